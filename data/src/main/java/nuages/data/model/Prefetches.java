package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
            var all = Windowed.each(these, field.node()).list();
            var refs = all.stream()
                    .map(it -> Objects.requireNonNull(References.of(it, place)))
                    .toList();
            found.know(refs.stream().map(KeyedRef::key).toList());
            for (int i = 0; i < refs.size(); i++) {
                var ref = refs.get(i);
                ref.fetched(found.owner(ref.key()));
                found.add(ref.key(), all.get(i));
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
            var owned = new ArrayList<Object>();
            var all = new ArrayList<T>();
            Reads.listBeside(Windowed.each(these, link), link, field.owner(), (key, row) -> {
                owned.add(key);
                all.add(row);
            });
            found.know(owned);
            for (int i = 0; i < all.size(); i++) {
                var row = all.get(i);
                var known = byKey.putIfAbsent(Keys.of(row), row);
                found.add(owned.get(i), known == null ? row : known);
            }
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

        /**
         * Finds out whose keys these are, those that are written in another way by one query for all. It needs a connection,
         * which an open result may be the last to hold.
         */
        private void know(Collection<Object> keys) {
            var unknown = new LinkedHashSet<>(keys);
            unknown.removeIf(it -> byKey.containsKey(it) || equal.containsKey(it));
            if (!unknown.isEmpty()) {
                QuerySet.of(type().type()).on(database).inBulk(unknown).forEach((key, row) -> {
                    var own = Keys.of(row);
                    if (byKey.containsKey(own)) {
                        equal.put(key, own);
                    }
                });
            }
        }

        private ModelType<?> type() {
            return ModelType.of(owners.getFirst().getClass());
        }

        private Object own(Object key) {
            if (byKey.containsKey(key)) {
                return key;
            }
            var own = equal.get(key);
            if (own == null) {
                throw new DatabaseException(
                        "a row refers to " + type() + " " + key
                                + ", and none of those that were asked for has that key as Java compares them.\n"
                                + "let both columns have the same collation, or write keys in one way only.",
                        null);
            }
            return own;
        }

        private void hand(BiConsumer<KeyedModel<?>, List<T>> to) {
            for (var owner : owners) {
                to.accept(owner, List.copyOf(Objects.requireNonNull(rows.get(Keys.of(owner)))));
            }
        }
    }
}
