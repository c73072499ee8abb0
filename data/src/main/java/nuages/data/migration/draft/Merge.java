package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ProjectState;
import nuages.data.migration.history.MigrationGraph;

/** Joins migrations that were written side by side. */
public final class Merge {
    private Merge() {}

    /**
     * A migration that follows all those of an app that nothing follows; none if there is only one of these.
     *
     * @throws InvalidMigration if it matters which of them comes first
     */
    public static Optional<Draft> of(MigrationGraph graph, String app) {
        var leaves = graph.leaves(app);
        if (leaves.size() < 2) {
            return Optional.empty();
        }
        checkOrder(graph, leaves);
        int number = leaves.stream().mapToInt(MigrationName::number).max().orElse(0) + 1;
        String words = leaves.stream().map(MigrationName::name).collect(Collectors.joining("_"));
        String end = words.length() > 60 ? leaves.size() + "_branches" : words;
        return Optional.of(Draft.of(new MigrationName(app, "%04d_merge_%s".formatted(number, end)), leaves, List.of()));
    }

    private static void checkOrder(MigrationGraph graph, List<MigrationName> leaves) {
        var common = new LinkedHashSet<>(graph.order());
        leaves.forEach(it -> common.retainAll(graph.upTo(List.of(it))));
        var before = graph.state(common);
        try {
            if (after(graph, leaves, common, before).equals(after(graph, leaves.reversed(), common, before))) {
                return;
            }
        } catch (InvalidMigration e) {
            throw conflict(leaves, String.valueOf(e.getMessage()));
        }
        throw conflict(leaves, "the models are others, if another of them comes first.");
    }

    private static InvalidMigration conflict(List<MigrationName> leaves, String why) {
        return new InvalidMigration("migrations " + leaves + " change the same things and cannot just be joined: " + why
                + "\nlet one of them depend on the other, and change it so that it fits after that.");
    }

    private static ProjectState after(
            MigrationGraph graph, List<MigrationName> leaves, Collection<MigrationName> common, ProjectState before) {
        var done = new ArrayList<>(common);
        var state = before;
        for (var leaf : leaves) {
            for (var name : graph.upTo(List.of(leaf))) {
                if (!done.contains(name)) {
                    state = graph.after(name, state);
                    done.add(name);
                }
            }
        }
        return state;
    }
}
