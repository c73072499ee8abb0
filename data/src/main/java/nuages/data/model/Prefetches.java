package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import nuages.data.connection.Database;
import nuages.data.error.DatabaseException;

/** Fetches what belongs to rows, in one query for as many of them as a statement can name. */
final class Prefetches {
    private Prefetches() {}

    static void fetch(List<? extends KeyedModel<?>> owners, List<Prefetch> prefetches, Database database) {
        if (!owners.isEmpty()) {
            prefetches.forEach(it -> fetch(owners, it, database));
        }
    }

    static void fetch(List<? extends KeyedModel<?>> owners, Prefetch prefetch, Database database) {
        switch (prefetch) {
            case Prefetch.Referring it -> referring(owners, it.field(), it.rows(), database);
            case Prefetch.Linked it -> linked(owners, it.field(), it.rows(), database);
            case Prefetch.Referred it -> {
                int place = ModelType.of(owners.getFirst().getClass())
                        .place(it.field().name());
                referred(References.missing(owners, place), it.rows(), database);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void referred(List<KeyedRef<KeyedModel<?>, Object>> refs, QuerySet<?> rows, Database database) {
        References.fetch(refs, (QuerySet<KeyedModel<?>>) rows, database);
    }

    private static <T extends KeyedModel<?>> void referring(
            List<? extends KeyedModel<?>> owners, ForeignKeyField<?, ?, ?> field, QuerySet<T> rows, Database database) {
        int place = rows.type().place(field.name());
        var found = new Found<T>(owners, database);
        for (var keys : found.portions()) {
            var these = rows.on(database).narrowed(Keys.in(field.target(), field.node(), keys));
            for (var row : Windowed.each(these, field.node()).list()) {
                var ref = Objects.requireNonNull(References.of(row, place));
                ref.fetched(found.owner(ref.key()));
                found.add(ref.key(), row);
            }
        }
        found.hand((owner, all) -> owner.fetched(field, all));
    }

    private static <T extends KeyedModel<?>> void linked(
            List<? extends KeyedModel<?>> owners, ManyToManyField<?, ?> field, QuerySet<T> rows, Database database) {
        var found = new Found<T>(owners, database);
        var link = field.fromTarget();
        for (var keys : found.portions()) {
            var these = rows.on(database).narrowed(Keys.in(field.owner(), link, keys));
            Map<Object, T> byKey = new LinkedHashMap<>();
            Reads.listBeside(Windowed.each(these, link), link, field.owner(), (key, row) -> {
                var known = byKey.putIfAbsent(Keys.of(row), row);
                found.add(key, known == null ? row : known);
            });
            fetch(List.copyOf(byKey.values()), rows.query().withMany(), database);
        }
        found.hand((owner, all) -> owner.fetched(field, all));
    }

    /** The rows for each owner, of which several may stand for one row. */
    private static final class Found<T extends KeyedModel<?>> {
        private final List<? extends KeyedModel<?>> owners;
        private final Map<Object, KeyedModel<?>> byKey = new LinkedHashMap<>();
        private final Map<Object, List<T>> rows = new LinkedHashMap<>();

        /** Keys of owners by others that the database takes for equal, as collations take "DE" and "de". */
        private final Map<Object, Object> equal = new HashMap<>();

        private final Database database;

        private Found(List<? extends KeyedModel<?>> owners, Database database) {
            this.owners = owners;
            this.database = database;
            for (var owner : owners) {
                var key = Keys.of(owner);
                byKey.putIfAbsent(key, owner);
                rows.put(key, new ArrayList<>());
            }
        }

        private List<? extends Collection<Object>> portions() {
            return Keys.portions(byKey.keySet());
        }

        private KeyedModel<?> owner(Object key) {
            return Objects.requireNonNull(byKey.get(own(key)));
        }

        private void add(Object key, T row) {
            Objects.requireNonNull(rows.get(own(key))).add(row);
        }

        private Object own(Object key) {
            return byKey.containsKey(key) ? key : equal.computeIfAbsent(key, this::search);
        }

        private Object search(Object key) {
            var type = ModelType.of(owners.getFirst().getClass());
            return QuerySet.of(type.type()).on(database).inBulk(List.of(key)).values().stream()
                    .<Object>map(Keys::of)
                    .filter(byKey::containsKey)
                    .findFirst()
                    .orElseThrow(() -> new DatabaseException(
                            "a row refers to " + type + " " + key
                                    + ", and none of those that were asked for has that key as Java compares them.\n"
                                    + "let both columns have the same collation, or write keys in one way only.",
                            null));
        }

        private void hand(BiConsumer<KeyedModel<?>, List<T>> to) {
            for (var owner : owners) {
                to.accept(owner, List.copyOf(Objects.requireNonNull(rows.get(Keys.of(owner)))));
            }
        }
    }
}
