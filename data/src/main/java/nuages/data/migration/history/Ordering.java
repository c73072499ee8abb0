package nuages.data.migration.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.MigrationName;

/** Puts each migration after those that it depends on; the same ones always in the same order. For use by one thread. */
final class Ordering {
    private final Map<MigrationName, SequencedSet<MigrationName>> parents;
    private final SequencedSet<MigrationName> done = new LinkedHashSet<>();

    private Ordering(Map<MigrationName, SequencedSet<MigrationName>> parents) {
        this.parents = parents;
    }

    static SequencedSet<MigrationName> of(Map<MigrationName, SequencedSet<MigrationName>> parents) {
        var ordering = new Ordering(parents);
        parents.keySet().stream().sorted().forEach(ordering::visit);
        return Collections.unmodifiableSequencedSet(ordering.done);
    }

    /** With a stack of its own: a thousand migrations in a row are no recursion. */
    private void visit(MigrationName first) {
        var open = new LinkedHashSet<MigrationName>();
        var stack = new ArrayDeque<MigrationName>();
        stack.push(first);
        while (!stack.isEmpty()) {
            var name = stack.element();
            if (done.contains(name)) {
                stack.pop();
                continue;
            }
            open.add(name);
            var waiting = parents.getOrDefault(name, new LinkedHashSet<>()).stream()
                    .filter(it -> !done.contains(it))
                    .sorted()
                    .findFirst();
            if (waiting.isEmpty()) {
                done.add(stack.pop());
                open.remove(name);
            } else if (open.contains(waiting.get())) {
                throw circle(open, waiting.get());
            } else {
                stack.push(waiting.get());
            }
        }
    }

    private static InvalidMigration circle(SequencedSet<MigrationName> open, MigrationName again) {
        var way = new ArrayList<>(open);
        var circle = new ArrayList<>(way.subList(way.indexOf(again), way.size()));
        circle.add(again);
        return new InvalidMigration(
                "migrations depend on each other in a circle, so that none of them can be the first: "
                        + circle.stream().map(MigrationName::toString).collect(Collectors.joining(" -> "))
                        + ".\n"
                        + "take one out of the other's dependencies(); fields that refer both ways are added by a"
                        + " later one.");
    }
}
