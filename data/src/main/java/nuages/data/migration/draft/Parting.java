package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Operation;

/**
 * Divides changes into migrations: as few as the dependencies between apps allow, each with what can be done once those
 * before it are done. For use by one thread.
 */
final class Parting {
    private final Map<String, List<Change>> pending = new LinkedHashMap<>();
    /** By what they give, the changes that have not been given a place yet. */
    private final Map<String, Set<Change>> givers = new HashMap<>();

    private final List<Part> parts = new ArrayList<>();

    /**
     * What becomes one migration.
     *
     * @param needs the other apps that it depends on
     */
    record Part(String app, List<Operation> operations, Set<String> needs) {}

    Parting(List<Change> changes) {
        changes.stream()
                .sorted(Comparator.comparing(Change::app).thenComparing(Change::phase))
                .forEach(it -> pending.computeIfAbsent(it.app(), _ -> new ArrayList<>())
                        .add(it));
        for (var change : changes) {
            change.gives()
                    .forEach(it -> givers.computeIfAbsent(it, _ -> identities()).add(change));
        }
    }

    List<Part> parts() {
        while (!pending.isEmpty()) {
            List<Change> best = List.of();
            for (var changes : pending.values()) {
                var ready = ready(changes);
                if (ready.size() == changes.size()) {
                    best = ready;
                    break;
                }
                best = ready.size() > best.size() ? ready : best;
            }
            if (best.isEmpty()) {
                throw new InvalidMigration("these changes wait for each other, so that none can be the first: "
                        + pending.values().stream()
                                .flatMap(List::stream)
                                .map(it -> it.app() + ": " + it.operation().describe())
                                .toList()
                        + ".\nmake them one after the other: change the models a little, makemigrations, and go on.");
            }
            place(best);
        }
        return parts;
    }

    /** Those of an app that can be done now, in the order in which they can. */
    private List<Change> ready(List<Change> changes) {
        var ready = new ArrayList<Change>();
        var these = Parting.<Change>identities();
        int before = -1;
        while (before < ready.size()) {
            before = ready.size();
            for (var change : changes) {
                if (!these.contains(change) && change.needs().stream().allMatch(it -> given(it, these))) {
                    ready.add(change);
                    these.add(change);
                }
            }
        }
        return ready;
    }

    private boolean given(String need, Set<Change> ready) {
        return ready.containsAll(givers.getOrDefault(need, Set.of()));
    }

    private static <T> Set<T> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void place(List<Change> changes) {
        String app = changes.getFirst().app();
        var left = new ArrayList<>(pending.getOrDefault(app, List.of()));
        var placed = Parting.<Change>identities();
        placed.addAll(changes);
        left.removeIf(placed::contains);
        if (left.isEmpty()) {
            pending.remove(app);
        } else {
            pending.put(app, left);
        }
        for (var change : changes) {
            change.gives().forEach(it -> givers.getOrDefault(it, Set.of()).remove(change));
        }
        var needs = new TreeSet<String>();
        changes.forEach(it -> needs.addAll(it.apps()));
        parts.add(new Part(app, changes.stream().map(Change::operation).toList(), needs));
    }
}
