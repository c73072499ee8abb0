package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nuages.data.error.MultipleRows;
import nuages.data.query.Condition;
import nuages.data.query.Field;
import nuages.data.row.Codec;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/** Asks the database for what a queryset stands for. */
final class Reads {
    /** How many keys one statement names: every database takes as many parameters. */
    private static final int KEYS = 1000;

    private Reads() {}

    /** The key of a table as a column. */
    static Node.Column key(ModelType<?> type) {
        return type.source().column(type.keyProperty().column().name(), false);
    }

    static List<Sort> byKey(ModelType<?> type) {
        return List.of(new Sort(key(type), false, null));
    }

    static Node hasKey(ModelType<?> type, Object key) {
        return new Node.Compare(Comparison.EQUAL, key(type), keyValue(type, key));
    }

    @SuppressWarnings("unchecked")
    static Node keyValue(ModelType<?> type, Object key) {
        var codec = (Codec<Object>) type.keyProperty().codec();
        return new Node.Value(codec.encode(key), codec.kind());
    }

    @SuppressWarnings("unchecked")
    static Node refersTo(ForeignKeyField<?, ?, ?> field, KeyedModel<?> row) {
        var type = (ModelType<KeyedModel<?>>) field.target();
        var key = Objects.requireNonNull(type.value(row, type.key()));
        return new Node.Compare(Comparison.EQUAL, field.node(), keyValue(type, key));
    }

    static Select select(QuerySet<?> set) {
        var type = set.type();
        var with = set.query().with();
        if (with.isEmpty()) {
            return select(set, type.columns());
        }
        var columns = new ArrayList<>(type.columns());
        for (var field : with) {
            columns.addAll(field.target().columns(field.join()));
        }
        return select(set, columns);
    }

    static Select select(QuerySet<?> set, List<Node> columns) {
        var query = set.query();
        return new Select(
                set.type().source(),
                query.distinct(),
                columns,
                List.of(),
                query.where(),
                List.of(),
                null,
                query.order(),
                number(query.limit()),
                number(query.offset()),
                query.lock(),
                List.of());
    }

    private static @Nullable Node number(@Nullable Long number) {
        return number == null ? null : Node.Value.of(number);
    }

    static <M extends KeyedModel<?>> List<M> list(QuerySet<M> set) {
        var database = set.database();
        var found = Run.sql(database, select(set)).read(rows -> {
            var reader = new Reader<>(set, rows, database);
            var all = new ArrayList<M>();
            while (rows.next()) {
                all.add(reader.read());
            }
            return all;
        });
        for (var prefetch : set.query().withMany()) {
            Prefetches.fetch(found, prefetch, database);
        }
        return found;
    }

    static <M extends KeyedModel<?>> void forEach(QuerySet<M> set, Consumer<? super M> each) {
        var database = set.database();
        var reading = new Object() {
            private @Nullable Reader<M> reader;

            M read(ResultSet rows) throws SQLException {
                if (reader == null) {
                    reader = new Reader<>(set, rows, database);
                }
                return reader.readAlone();
            }
        };
        Run.sql(database, select(set)).<M>forEachRow(reading::read, each);
    }

    static <K, M extends KeyedModel<?>> Map<K, M> inBulk(QuerySet<M> set, Collection<K> keys) {
        var found = new HashMap<K, M>();
        var all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += KEYS) {
            chunk(set, all.subList(i, Math.min(i + KEYS, all.size())), found);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static <K, M extends KeyedModel<?>> void chunk(QuerySet<M> set, List<K> keys, Map<K, M> into) {
        var type = set.type();
        var values = keys.stream().map(it -> keyValue(type, it)).toList();
        var these = set.filter(Condition.of(new Node.In(key(type), values)));
        for (var row : these.list()) {
            into.put((K) Objects.requireNonNull(type.value(row, type.key())), row);
        }
    }

    /** Where it is that object's row. */
    static <M extends KeyedModel<?>> Node isRow(ModelType<M> type, M row) {
        return hasKey(type, Objects.requireNonNull(type.value(row, type.key())));
    }

    @SuppressWarnings("unchecked")
    static <K, M extends KeyedModel<?>> Map<K, M> inBulk(QuerySet<M> set, Field<M, K> field, Collection<K> values) {
        var type = set.type();
        int place = type.place(field);
        var found = new HashMap<K, M>();
        var all = List.copyOf(values);
        for (int i = 0; i < all.size(); i += KEYS) {
            var these = set.filter(field.in(all.subList(i, Math.min(i + KEYS, all.size()))));
            for (var row : these.list()) {
                var value = type.value(row, place);
                var key = (K) Objects.requireNonNull(value instanceof KeyedRef<?, ?> ref ? ref.key() : value);
                var before = found.put(key, row);
                if (before != null) {
                    throw new MultipleRows(
                            "more than one " + type + " has the " + field.name() + " " + key + ".\nuse a field that is "
                                    + "unique, or filter() and list().",
                            null);
                }
            }
        }
        return found;
    }

    static long count(QuerySet<?> set) {
        var all = new Node.Aggregate(Function.COUNT, List.of(), false, null, List.of());
        var query = set.query();
        boolean plain = query.limit() == null && query.offset() == null && !query.distinct();
        if (plain) {
            var select = Select.of(set.type().source(), List.of(all)).where(query.where());
            return number(set, select);
        }
        return Run.sql(set.database(), select(set, List.of(key(set.type())))).read(rows -> {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        });
    }

    private static long number(QuerySet<?> set, Select select) {
        return Run.sql(set.database(), select).read(rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    static boolean exists(QuerySet<?> set) {
        var select = select(set.limit(1), List.of(new Node.Literal("1")));
        return Run.sql(set.database(), select).read(ResultSet::next);
    }
}
