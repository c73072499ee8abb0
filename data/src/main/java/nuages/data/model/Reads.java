package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nuages.data.connection.Sql;
import nuages.data.dialect.Sqlite;
import nuages.data.query.Field;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/** Asks the database for what a queryset stands for. */
final class Reads {
    private Reads() {}

    /** The key of a table as a column. */
    static Node.Column key(ModelType<?> type) {
        return type.source().column(type.keyProperty().column().name(), false);
    }

    static List<Sort> byKey(ModelType<?> type) {
        return Keys.order(type);
    }

    static Node hasKey(ModelType<?> type, Object key) {
        return Keys.is(type, key);
    }

    static Select select(QuerySet<?> set) {
        return select(set, Join.columns(set));
    }

    static Select select(QuerySet<?> set, List<Node> columns) {
        var query = set.query();
        var rows = query.rows();
        return new Select(
                set.type().source(),
                query.distinct(),
                rows.distinctOn(),
                columns,
                List.of(),
                rows.nothing() ? new Node.Junction(false, List.of()) : Windowed.where(set),
                rows.groups(columns),
                rows.having(),
                query.order(),
                number(query.limit()),
                number(query.offset()),
                query.lock(),
                combined(rows.combined(), columns),
                null);
    }

    private static List<Select.Combined> combined(List<Rows.Other> others, List<Node> columns) {
        return others.isEmpty()
                ? List.of()
                : others.stream()
                        .map(it -> new Select.Combined(it.how(), select(it.rows(), columns)))
                        .toList();
    }

    /** Whether it is not simply all rows for which its conditions hold. */
    static boolean partial(QuerySet<?> set) {
        var query = set.query();
        return query.limit() != null || query.offset() != null || !query.rows().equals(Rows.PLAIN);
    }

    private static @Nullable Node number(@Nullable Long number) {
        return number == null ? null : Node.Value.of(number);
    }

    static <M extends KeyedModel<?>> List<M> list(QuerySet<M> set) {
        if (set.query().rows().nothing()) {
            return List.of();
        }
        requireRows(set);
        Lookups.rows(set);
        var database = set.database();
        var found = Run.sql(database, select(set)).read(rows -> {
            var reader = new Reader<>(set, rows, database, Peers.MOST);
            var all = new ArrayList<M>();
            while (rows.next()) {
                all.add(reader.read());
            }
            return all;
        });
        Prefetches.fetch(found, set.query().withMany(), database);
        return found;
    }

    /** Hands over each row with the key of another model that stands in a column beside it; prefetches nothing. */
    static <M extends KeyedModel<?>> void listBeside(
            QuerySet<M> set, Node beside, ModelType<?> other, BiConsumer<Object, M> each) {
        var database = set.database();
        var columns = new ArrayList<>(Join.columns(set));
        columns.add(beside);
        var key = other.readers(database.dialect())[other.key()];
        Run.sql(database, select(set, columns)).read(rows -> {
            var reader = new Reader<>(set, rows, database, Peers.MOST);
            while (rows.next()) {
                var row = reader.read();
                each.accept(Objects.requireNonNull(key.read(rows, columns.size())), row);
            }
            return true;
        });
    }

    /** Rows of a stream know those of their portion, so that it is held no longer than they are. */
    static <M extends KeyedModel<?>> void forEach(QuerySet<M> set, Consumer<? super M> each) {
        requireRows(set);
        Lookups.rows(set);
        var database = set.database();
        var prefetches = set.query().withMany();
        var reading = new Object() {
            private @Nullable Reader<M> reader;
            private @Nullable Peers fetched;

            M read(ResultSet rows) throws SQLException {
                if (reader == null) {
                    reader = new Reader<>(set, rows, database, Sql.FETCH);
                }
                return reader.read();
            }

            void accept(M row) {
                var peers = row.peers;
                if (peers != fetched && peers != null) {
                    Prefetches.fetch(peers.all(), prefetches, database);
                    fetched = peers;
                }
                each.accept(row);
            }
        };
        Run.sql(database, select(set)).<M>forEachRow(reading::read, reading::accept);
    }

    @SuppressWarnings("unchecked")
    static <K, M extends KeyedModel<?>> Map<K, M> inBulk(QuerySet<M> set, Collection<K> keys) {
        return new AskedFor<>(set, it -> Keys.in(set.type(), it), row -> (K) Keys.of(row)).find(keys);
    }

    /** Where it is that object's row. */
    static <M extends KeyedModel<?>> Node isRow(ModelType<M> type, M row) {
        return hasKey(type, Keys.of(row));
    }

    @SuppressWarnings("unchecked")
    static <K, M extends KeyedModel<?>> Map<K, M> inBulk(QuerySet<M> set, Field<M, K> field, Collection<K> values) {
        var type = set.type();
        int place = type.place(field);
        return new AskedFor<>(set, it -> field.in(it).node(), row -> {
                    var value = type.value(row, place);
                    return (K) Objects.requireNonNull(value instanceof KeyedRef<?, ?> ref ? ref.key() : value);
                })
                .find(values);
    }

    /** Of a part of the rows, the keys are counted: they tell rows apart. Of groups, what each has in common. */
    static long count(QuerySet<?> set) {
        if (set.query().rows().nothing()) {
            return 0;
        }
        Lookups.rows(set);
        var all = List.<Node>of(new Node.Aggregate(Function.COUNT, List.of(), false, null, List.of()));
        var type = set.type();
        if (!partial(set)) {
            return number(set, Select.of(type.source(), all).where(set.query().where()));
        }
        return number(set, Select.from(keys(set), all));
    }

    private static Select keys(QuerySet<?> set) {
        var common = set.query().rows().common();
        boolean all = set.query().limit() == null && set.query().offset() == null;
        var rows =
                (all || !common.isEmpty()) && set.query().rows().distinctOn().isEmpty() ? set.ordered(List.of()) : set;
        return select(
                rows.unlocked(),
                common.isEmpty()
                        ? List.copyOf(Keys.columns(set.type(), set.type().source()))
                        : common);
    }

    /**
     * Refuses what needs rows where there are groups of them; those by the key are rows again. Otherwise it would depend on
     * the database which row of a group is taken, or whether one is.
     */
    static void requireRows(QuerySet<?> set) {
        var common = set.query().rows().common();
        if (!common.isEmpty()
                && !common.containsAll(Keys.columns(set.type(), set.type().source()))) {
            throw new IllegalStateException("the rows of " + set.type()
                    + " are in groups, by groupBy(), of which none is a row that could be read, changed, deleted or "
                    + "aggregated.\nask groups for values(), select(), count() or exists(), or leave groupBy() out.");
        }
    }

    private static long number(QuerySet<?> set, Select select) {
        return Run.sql(set.database(), select).read(rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    static boolean exists(QuerySet<?> set) {
        if (set.query().rows().nothing()) {
            return false;
        }
        Lookups.rows(set);
        var first = set.query().limit() == null ? set.limit(1) : set;
        var select = partial(set)
                ? Select.from(keys(first), List.of(new Node.Literal("1")))
                : select(first.ordered(List.of()), List.of(new Node.Literal("1")));
        return Run.sql(set.database(), select).read(ResultSet::next);
    }

    static String explain(QuerySet<?> set) {
        var database = set.database();
        var rendered = Run.render(database, select(set));
        var explain = database.dialect() instanceof Sqlite ? "explain query plan " : "explain ";
        return database.sql(explain + rendered.sql(), rendered.effect(), rendered.values())
                .read(rows -> {
                    var lines = new StringJoiner("\n");
                    while (rows.next()) {
                        var line = new StringJoiner("\t");
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            line.add(rows.getString(i));
                        }
                        lines.add(line.toString());
                    }
                    return lines.toString();
                });
    }
}
