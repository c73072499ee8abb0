package nuages.data.migration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** All models as they were at some point in their history. Immutable; threads share it. */
public final class ProjectState {
    /** The state before the first migration. */
    public static final ProjectState EMPTY = new ProjectState(new LinkedHashMap<>());

    private final SequencedMap<String, ModelState> models;

    private ProjectState(SequencedMap<String, ModelState> models) {
        this.models = models;
    }

    /** These models. */
    public static ProjectState of(Collection<ModelState> models) {
        var all = new LinkedHashMap<String, ModelState>();
        for (var model : models) {
            if (all.put(model.label(), model) != null) {
                throw new InvalidMigration("two models are called " + model.label()
                        + ", and a migration could not tell them apart: give one of them another name, or put it into "
                        + "another app.");
            }
        }
        return new ProjectState(all);
    }

    /** All models, in the order in which they were made. */
    public Collection<ModelState> models() {
        return models.sequencedValues().stream().toList();
    }

    /** The model of that label, {@code app.Model}, if there is one. */
    public Optional<ModelState> find(String label) {
        return Optional.ofNullable(models.get(label));
    }

    /**
     * The model of that label, {@code app.Model}.
     *
     * @throws InvalidMigration if there is none at this point
     */
    public ModelState get(String label) {
        return find(label)
                .orElseThrow(() -> new InvalidMigration("there is no model " + label
                        + " at this point of the migrations"
                        + ": it has not been created yet, or no longer is there. The models are " + models.keySet()
                        + ".\nmake the migration depend on the one that creates it, or correct the name."));
    }

    /** The same with one more model. */
    public ProjectState with(ModelState model) {
        if (models.containsKey(model.label())) {
            throw new InvalidMigration("model " + model.label() + " is created, and is there already: two migrations "
                    + "create it, or it needs another name. Remove one of the two operations.");
        }
        var all = new LinkedHashMap<>(models);
        all.put(model.label(), model);
        return new ProjectState(all);
    }

    /** The same without a model. */
    public ProjectState without(String label) {
        get(label);
        var all = new LinkedHashMap<>(models);
        all.remove(label);
        return new ProjectState(all);
    }

    /** The same with one model changed, which keeps its name. */
    public ProjectState with(String label, UnaryOperator<ModelState> change) {
        var all = new LinkedHashMap<>(models);
        all.put(label, change.apply(get(label)));
        return new ProjectState(all);
    }

    /** The same with a model under another name, by which others refer to it then. */
    ProjectState renamed(String label, String to) {
        var renamed = get(label).renamed(to);
        if (find(renamed.label()).isPresent()) {
            throw new InvalidMigration("model " + label + " is to be called " + to + ", and there is a model "
                    + renamed.label() + " already: choose another name.");
        }
        var all = new LinkedHashMap<String, ModelState>();
        models.forEach((key, model) -> {
            var moved = (key.equals(label) ? renamed : model).retargeted(label, renamed.label());
            all.put(moved.label(), moved);
        });
        return new ProjectState(all);
    }

    /** The models that refer to one. */
    public List<ModelState> referring(String label) {
        return models.values().stream()
                .filter(it -> it.targets().contains(label))
                .toList();
    }

    /** The same models of those apps only. */
    public ProjectState only(Collection<String> apps) {
        var all = new LinkedHashMap<String, ModelState>();
        models.forEach((label, model) -> {
            if (apps.contains(model.app())) {
                all.put(label, model);
            }
        });
        return new ProjectState(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectState it && Map.copyOf(it.models).equals(Map.copyOf(models));
    }

    @Override
    public int hashCode() {
        return models.hashCode();
    }

    @Override
    public String toString() {
        return models.keySet().toString();
    }
}
