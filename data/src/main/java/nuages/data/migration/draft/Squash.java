package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.OtherOperation.RunJava;
import nuages.data.migration.history.MigrationGraph;

/**
 * Several migrations of an app made one, which stands for them: where they have been applied it counts as applied, elsewhere
 * it is applied in their place. Immutable.
 *
 * @param draft the one that stands for the others
 * @param borrowed what it does in Java, by the expressions that take it from the others, which must stay until it is moved
 */
public record Squash(Draft draft, Map<RunJava, String> borrowed) {
    /** Copies the map. */
    public Squash {
        borrowed = Map.copyOf(borrowed);
    }

    /**
     * The migrations of an app from one to another as one.
     *
     * @throws InvalidMigration if they do not follow each other, or one between is of another app
     */
    public static Squash of(MigrationGraph graph, MigrationName first, MigrationName last) {
        var all = between(graph, first, last);
        var replaced = new ArrayList<MigrationName>();
        var needs = new TreeSet<MigrationName>();
        SequencedMap<Operation, String> java = new LinkedHashMap<>();
        var operations = new ArrayList<Operation>();
        boolean atomic = true;
        for (var name : all) {
            var migration = graph.get(name);
            var own = migration.replaces();
            replaced.addAll(own.isEmpty() ? List.of(name) : own);
            graph.parents(name).stream().filter(it -> !all.contains(it)).forEach(needs::add);
            atomic &= migration.atomic();
            for (int i = 0; i < migration.operations().size(); i++) {
                operations.add(migration.operations().get(i));
                if (operations.getLast() instanceof RunJava it) {
                    java.put(it, "new " + name.className() + "().operations().get(" + i + ")");
                }
            }
        }
        var before = new LinkedHashSet<>(graph.upTo(all));
        before.removeAll(all);
        var fewer = Optimiser.of(first.app()).optimised(operations, graph.state(before));
        var borrowed = new LinkedHashMap<RunJava, String>();
        java.forEach((operation, code) -> borrowed.put((RunJava) operation, code));
        var name = new MigrationName(first.app(), "%04d_squashed_%s".formatted(first.number(), last.name()));
        return new Squash(new Draft(name, List.copyOf(needs), replaced, fewer, atomic), borrowed);
    }

    private static List<MigrationName> between(MigrationGraph graph, MigrationName first, MigrationName last) {
        var below = graph.upTo(List.of(last));
        var above = new LinkedHashSet<>(graph.from(List.of(first)));
        var all = below.stream().filter(above::contains).toList();
        if (all.size() < 2) {
            throw new InvalidMigration("from migration " + first + " to " + last
                    + " there is nothing to squash: name the "
                    + "first and the last of several that follow each other. App " + first.app() + " has "
                    + graph.ofApp(first.app()).stream().map(MigrationName::name).toList() + ".");
        }
        all.stream().filter(it -> !it.app().equals(first.app())).findFirst().ifPresent(it -> {
            throw new InvalidMigration("between migrations " + first + " and " + last + " stands " + it
                    + ", of another app, which depends on the one and is needed by the other: one migration cannot"
                    + " come both before and after it.\n"
                    + "squash those before it, and those after it.");
        });
        return all;
    }

    /** The whole file of its migration, in that package. */
    public String source(String packageName) {
        return SourceWriter.of(packageName).borrowing(borrowed).write(draft.name(), draft);
    }
}
