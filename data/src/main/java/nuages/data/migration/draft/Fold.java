package nuages.data.migration.draft;

import java.util.List;
import java.util.Optional;
import nuages.data.migration.FieldOperation;
import nuages.data.migration.FieldOperation.AddField;
import nuages.data.migration.FieldOperation.AlterField;
import nuages.data.migration.FieldOperation.RemoveField;
import nuages.data.migration.FieldOperation.RenameField;
import nuages.data.migration.IndexOperation;
import nuages.data.migration.IndexOperation.AddConstraint;
import nuages.data.migration.IndexOperation.AddIndex;
import nuages.data.migration.IndexOperation.RemoveConstraint;
import nuages.data.migration.IndexOperation.RemoveIndex;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.ModelOperation.AlterTable;
import nuages.data.migration.ModelOperation.CreateModel;
import nuages.data.migration.ModelOperation.DeleteModel;
import nuages.data.migration.ModelOperation.RenameModel;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;

/**
 * What two operations may be made of: what stands in the place of the first, and of the second. Whether that is the same is
 * tried by the {@link Optimiser}. Immutable.
 */
record Fold(List<Operation> first, List<Operation> second) {
    private static Optional<Fold> first(Operation operation) {
        return Optional.of(new Fold(List.of(operation), List.of()));
    }

    private static Optional<Fold> second(Operation operation) {
        return Optional.of(new Fold(List.of(), List.of(operation)));
    }

    private static Optional<Fold> none() {
        return Optional.of(new Fold(List.of(), List.of()));
    }

    static Optional<Fold> of(String app, Operation first, Operation second, ProjectState before) {
        return switch (first) {
            case CreateModel it -> created(app, it, second, before);
            case AddField it
            when second instanceof FieldOperation other && other.model().equals(it.model()) -> added(it, other);
            case AlterField it
            when second instanceof FieldOperation other && other.model().equals(it.model()) -> altered(it, other);
            case AddIndex(String model, var index)
            when second instanceof RemoveIndex(String other, String name)
                    && model.equals(other)
                    && index.name().equals(name) -> none();
            case AddConstraint(String model, var constraint)
            when second instanceof RemoveConstraint(String other, String name)
                    && model.equals(other)
                    && constraint.name().equals(name) -> none();
            case FieldOperation it when deletes(second, it.model()) -> second(second);
            case IndexOperation it when deletes(second, it.model()) -> second(second);
            default -> Optional.empty();
        };
    }

    private static boolean deletes(Operation operation, String model) {
        return operation instanceof DeleteModel(String gone) && gone.equals(model);
    }

    private static Optional<Fold> created(String app, CreateModel create, Operation second, ProjectState before) {
        if (deletes(second, create.model())) {
            return none();
        }
        String model = model(second);
        if (!create.model().equals(model)) {
            return Optional.empty();
        }
        try {
            var after = second.apply(app, create.apply(app, before));
            String name = second instanceof RenameModel rename ? rename.to() : model;
            return first(CreateModel.of(after.get(app + "." + name)));
        } catch (InvalidMigration _) {
            return Optional.empty();
        }
    }

    private static String model(Operation operation) {
        return switch (operation) {
            case FieldOperation it -> it.model();
            case IndexOperation it -> it.model();
            case AlterTable it -> it.model();
            case RenameModel it -> it.model();
            default -> "";
        };
    }

    private static Optional<Fold> added(AddField add, FieldOperation second) {
        String field = add.field().name();
        return switch (second) {
            case AlterField it
            when it.field().name().equals(field) ->
                first(new AddField(add.model(), it.field(), add.fill() == null ? it.fill() : add.fill()));
            case RemoveField it when it.field().equals(field) -> none();
            case RenameField it
            when it.from().equals(field) ->
                first(new AddField(add.model(), add.field().renamed(it.to()), add.fill()));
            default -> Optional.empty();
        };
    }

    private static Optional<Fold> altered(AlterField alter, FieldOperation second) {
        String field = alter.field().name();
        return switch (second) {
            case AlterField it
            when it.field().name().equals(field) ->
                first(new AlterField(it.model(), it.field(), it.fill() == null ? alter.fill() : it.fill()));
            case RemoveField it when it.field().equals(field) -> second(second);
            default -> Optional.empty();
        };
    }
}
