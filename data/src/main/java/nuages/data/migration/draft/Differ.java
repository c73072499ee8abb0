package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ModelOperation.DeleteModel;
import nuages.data.migration.ModelOperation.RenameModel;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.model.KeyedModel;

/** Finds what leads from the models of the last migrations to those of today. Immutable; threads share it. */
public final class Differ {
    private final MigrationGraph graph;
    private final Questions questions;
    private final InitialValues initials;

    private Differ(MigrationGraph graph, Questions questions, InitialValues initials) {
        this.graph = graph;
        this.questions = questions;
        this.initials = initials;
    }

    /** Writes what follows these migrations; what it cannot know it asks. */
    public static Differ of(MigrationGraph graph, Questions questions) {
        return new Differ(graph, questions, InitialValues.of(Map.of()));
    }

    /** The same, which fills new fields of rows that are there with the initial values of these models, by their apps. */
    public Differ initials(Map<String, ? extends List<? extends Class<? extends KeyedModel<?>>>> models) {
        return new Differ(graph, questions, InitialValues.of(models));
    }

    /**
     * The migrations that lead to these models from those after all that there are; none if nothing has changed. They are
     * in an order in which each comes after those it depends on.
     *
     * @param wanted the models of today, of all apps whose migrations are ours
     * @throws Undecided if a question has no answer
     * @throws nuages.data.migration.InvalidMigration if a change cannot be expressed
     */
    public List<Draft> drafts(ProjectState wanted) {
        var parts = new Parting(changes(graph.state(), wanted)).parts();
        var leaves = new LinkedHashMap<String, MigrationName>();
        var drafts = new ArrayList<Draft>();
        for (var part : parts) {
            drafts.add(draft(part, leaves));
        }
        return drafts;
    }

    /** The operations that lead from one state to another, in an order in which they can be applied. */
    List<Change> changes(ProjectState from, ProjectState to) {
        return new Comparison(from, to, questions, initials).changes();
    }

    private Draft draft(Parting.Part part, Map<String, MigrationName> leaves) {
        String app = part.app();
        var before = leaves.containsKey(app) ? leaves.get(app) : graph.leaf(app).orElse(null);
        int number = before == null ? 1 : before.number() + 1;
        String words = before == null ? "initial" : Words.name(part.operations());
        var dependencies = new ArrayList<MigrationName>();
        if (before != null) {
            dependencies.add(before);
        }
        var needs = new TreeSet<>(part.needs());
        if (part.operations().stream().anyMatch(Differ::takesName)) {
            needs.addAll(referring(app));
        }
        for (String other : needs) {
            var last = leaves.containsKey(other)
                    ? leaves.get(other)
                    : graph.leaf(other).orElse(null);
            if (last != null && !other.equals(app)) {
                dependencies.add(last);
            }
        }
        var name = new MigrationName(app, "%04d_%s".formatted(number, words));
        leaves.put(app, name);
        return Draft.of(name, dependencies, part.operations());
    }

    private static boolean takesName(Operation operation) {
        return operation instanceof DeleteModel || operation instanceof RenameModel;
    }

    /** The apps that may have referred to models of that one some time: what they said must have been said before. */
    private List<String> referring(String app) {
        return graph.order().stream()
                .filter(it -> graph.parents(it).stream()
                        .anyMatch(parent -> parent.app().equals(app)))
                .map(MigrationName::app)
                .distinct()
                .toList();
    }
}
