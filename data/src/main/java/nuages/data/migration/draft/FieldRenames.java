package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.List;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;

/** The fields of a model that have another name. For use by one thread. */
final class FieldRenames {
    private final List<Operation> operations = new ArrayList<>();
    private ModelState state;

    FieldRenames(ModelState before, ModelState after, Questions questions) {
        this.state = before;
        for (var added : after.fields()) {
            if (before.field(added.name()).isPresent()) {
                continue;
            }
            for (var gone : before.fields()) {
                if (after.field(gone.name()).isEmpty()
                        && state.field(gone.name()).isPresent()
                        && alike(gone, added)
                        && questions.renamed(after, gone, added)) {
                    rename(gone, added);
                    break;
                }
            }
        }
    }

    private void rename(FieldState gone, FieldState added) {
        var operation = Operation.renameField(state.name(), gone.name(), added.name());
        operations.add(operation);
        state = operation.apply(state.app(), ProjectState.of(List.of(state))).get(state.label());
    }

    /** Whether all but the name is the same, or the name of the column as well. */
    private static boolean alike(FieldState gone, FieldState added) {
        var renamed = gone.renamed(added.name());
        return renamed.equals(added)
                || switch (renamed) {
                    case WithColumn one ->
                        added instanceof WithColumn other
                                && one.inColumn(other.column().name()).equals(other);
                    case Link one ->
                        added instanceof Link other
                                && one.target().equals(other.target())
                                && (one.through() == null) == (other.through() == null);
                };
    }

    List<Operation> operations() {
        return operations;
    }

    /** The model with its fields under their new names. */
    ModelState state() {
        return state;
    }
}
