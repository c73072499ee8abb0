package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import org.jspecify.annotations.Nullable;

/** What objects refer to, fetched for many at once. */
final class References {
    private References() {}

    /** A reference of an object, by its place among the fields. */
    @SuppressWarnings("unchecked")
    static @Nullable KeyedRef<KeyedModel<?>, Object> of(KeyedModel<?> owner, int place) {
        var type = (ModelType<KeyedModel<?>>) ModelType.of(owner.getClass());
        return (KeyedRef<KeyedModel<?>, Object>) type.value(owner, place);
    }

    /** Those references of the objects that were not fetched yet. */
    static List<KeyedRef<KeyedModel<?>, Object>> missing(Collection<? extends KeyedModel<?>> owners, int place) {
        var missing = new ArrayList<KeyedRef<KeyedModel<?>, Object>>();
        for (var owner : owners) {
            var ref = of(owner, place);
            if (ref != null && ref.fetched().isEmpty()) {
                missing.add(ref);
            }
        }
        return missing;
    }

    /** Fetches for all of them; those whose row is not among these stay as they are. */
    static <T extends KeyedModel<?>, K> void fetch(
            List<KeyedRef<T, K>> refs, QuerySet<? extends T> rows, Database database) {
        Map<K, List<KeyedRef<T, K>>> byKey = new LinkedHashMap<>();
        for (var ref : refs) {
            byKey.computeIfAbsent(ref.key(), _ -> new ArrayList<>()).add(ref);
        }
        rows.on(database)
                .inBulk(byKey.keySet())
                .forEach((key, row) -> byKey.getOrDefault(key, List.of()).forEach(ref -> ref.fetched(row)));
    }
}
