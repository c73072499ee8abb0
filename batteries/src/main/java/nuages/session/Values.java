package nuages.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session remembers, and what a request has changed of it. One thread at a time uses it. */
final class Values {
    private final Map<String, Object> all;
    private final Map<String, Optional<Object>> changes = new HashMap<>();

    Values(Map<String, Object> loaded) {
        this.all = new LinkedHashMap<>(loaded);
    }

    @Nullable
    Object get(String name) {
        return all.get(name);
    }

    Set<String> names() {
        return Set.copyOf(all.keySet());
    }

    /** What is the same as before is no change. */
    void set(String name, Object value) {
        if (!value.equals(all.put(name, value))) {
            changes.put(name, Optional.of(value));
        }
    }

    void remove(String name) {
        if (all.containsKey(name)) {
            all.remove(name);
            changes.put(name, Optional.empty());
        }
    }

    boolean changed() {
        return !changes.isEmpty();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Map<String, Object> all() {
        return all;
    }

    /** The values that somebody else may have changed meanwhile, with the changes of this request. */
    Map<String, Object> mergedInto(Map<String, Object> latest) {
        var merged = new LinkedHashMap<>(latest);
        changes.forEach(
                (name, change) -> change.ifPresentOrElse(value -> merged.put(name, value), () -> merged.remove(name)));
        return merged;
    }
}
