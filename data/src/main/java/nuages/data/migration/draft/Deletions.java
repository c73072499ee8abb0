package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;
import nuages.data.migration.draft.Change.Phase;

/** Models that go: each after what refers to it. For use by one thread. */
final class Deletions {
    private final ProjectState from;
    private final List<ModelState> gone;
    private final Set<String> labels;
    private final List<Change> changes;
    /** The models whose indexes and constraints go before. */
    private final Set<String> ruled = new HashSet<>();

    Deletions(ProjectState from, List<ModelState> gone, List<Change> changes) {
        this.from = from;
        this.gone = gone;
        this.labels = gone.stream().map(ModelState::label).collect(Collectors.toSet());
        this.changes = changes;
    }

    void find() {
        var breaking = new Circles(gone, this::targets).breakingFields();
        for (var model : gone) {
            breaking.getOrDefault(model.label(), Set.of()).forEach(it -> remove(model, it));
            delete(model, breaking);
        }
    }

    private List<String> targets(FieldState field, ModelState of) {
        return Creations.targets(field).stream()
                .filter(it -> !it.equals(of.label()) && labels.contains(it))
                .toList();
    }

    /** What is of its column goes with it. */
    private void remove(ModelState model, FieldState field) {
        if (field instanceof WithColumn && !ruled.contains(model.label())) {
            ruled.add(model.label());
            model.indexes().forEach(it -> add(model, Operation.removeIndex(model.name(), it.name())));
            model.constraints().forEach(it -> add(model, Operation.removeConstraint(model.name(), it.name())));
        }
        changes.add(new Change(
                model.app(),
                Phase.REMOVE_FIELD,
                Operation.removeField(model.name(), field.name()),
                Set.of(Change.fieldGone(model.label(), field.name())),
                Set.of(),
                Set.of()));
    }

    private void add(ModelState model, Operation operation) {
        changes.add(new Change(model.app(), Phase.REMOVE_INDEX, operation, Set.of(), Set.of(), Set.of()));
    }

    private void delete(ModelState model, Map<String, Set<FieldState>> breaking) {
        var gives = new HashSet<String>();
        gives.add(Change.gone(model.label()));
        gives.add(Change.tableGone(model.table()));
        var needs = new HashSet<String>();
        for (var other : from.referring(model.label())) {
            if (other.label().equals(model.label())) {
                continue;
            }
            for (var field : other.fields()) {
                if (Creations.targets(field).contains(model.label())) {
                    boolean first = !labels.contains(other.label())
                            || breaking.getOrDefault(other.label(), Set.of()).contains(field);
                    needs.add(first ? Change.fieldGone(other.label(), field.name()) : Change.gone(other.label()));
                }
            }
        }
        breaking.getOrDefault(model.label(), Set.of())
                .forEach(it -> needs.add(Change.fieldGone(model.label(), it.name())));
        changes.add(new Change(
                model.app(),
                Phase.DELETE,
                Operation.deleteModel(model.name()),
                gives,
                needs,
                new HashSet<>(apps(needs))));
    }

    /** The apps of models that referred to it: their migrations come before. */
    private static List<String> apps(Set<String> needs) {
        var apps = new ArrayList<String>();
        for (String need : needs) {
            String label = need.substring(need.lastIndexOf(' ') + 1);
            apps.add(label.substring(0, label.indexOf('.')));
        }
        return apps;
    }
}
