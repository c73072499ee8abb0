package nuages.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sites of a run of tests: a class of tests has one to itself, and the next class finds it as it was. Threads share it. */
final class Sites implements AutoCloseable {
    /** Guarded by this object, as is the next one. */
    private final Map<Recipe, Deque<ComposedSite>> idle = new HashMap<>();

    private final List<ComposedSite> all = new ArrayList<>();

    ComposedSite take(Recipe recipe) throws Exception {
        synchronized (this) {
            var free = idle.get(recipe);
            if (free != null && !free.isEmpty()) {
                return free.removeLast();
            }
        }
        var site = ComposedSite.of(recipe);
        synchronized (this) {
            all.add(site);
        }
        return site;
    }

    /** Takes a site back; one that is not as it was is not lent again. */
    synchronized void giveBack(ComposedSite site, boolean whole) {
        if (whole) {
            idle.computeIfAbsent(site.recipe(), _ -> new ArrayDeque<>()).addLast(site);
        }
    }

    /** Ends all of them, when all tests have been run. */
    @Override
    public synchronized void close() {
        all.forEach(ComposedSite::close);
    }
}
