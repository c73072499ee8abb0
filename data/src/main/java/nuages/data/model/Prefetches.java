package nuages.data.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nuages.data.connection.Database;
import nuages.data.query.Condition;
import nuages.data.syntax.Node;

/** Fetches what refers to rows, in one query for all of them. */
final class Prefetches {
    private static final int KEYS = 1000;

    private Prefetches() {}

    static void fetch(List<? extends KeyedModel<?>> owners, Query.Prefetch prefetch, Database database) {
        if (!owners.isEmpty()) {
            fetch(owners, prefetch.field(), prefetch.rows(), database);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends KeyedModel<?>> void fetch(
            List<? extends KeyedModel<?>> owners, ForeignKeyField<?, ?, ?> field, QuerySet<T> rows, Database database) {
        var type = (ModelType<KeyedModel<?>>) field.target();
        Map<Object, KeyedModel<?>> byKey = new HashMap<>();
        Map<Object, List<T>> found = new HashMap<>();
        for (var owner : owners) {
            var key = Objects.requireNonNull(type.value(owner, type.key()));
            byKey.put(key, owner);
            found.put(key, new ArrayList<>());
        }
        var keys = List.copyOf(byKey.keySet());
        int place = rows.type().place(field.name());
        for (int i = 0; i < keys.size(); i += KEYS) {
            var values = keys.subList(i, Math.min(i + KEYS, keys.size())).stream()
                    .map(it -> Reads.keyValue(type, it))
                    .toList();
            var these = rows.on(database).filter(Condition.of(new Node.In(field.node(), values)));
            for (var row : these.list()) {
                var ref = (KeyedRef<KeyedModel<?>, ?>)
                        Objects.requireNonNull(rows.type().value(row, place));
                ref.fetched(Objects.requireNonNull(byKey.get(ref.key())));
                Objects.requireNonNull(found.get(ref.key())).add(row);
            }
        }
        owners.forEach(owner -> owner.fetched(
                field,
                List.copyOf(Objects.requireNonNull(found.get(Objects.requireNonNull(type.value(owner, type.key())))))));
    }
}
