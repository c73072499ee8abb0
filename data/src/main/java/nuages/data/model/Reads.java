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
import nuages.data.error.InvalidSql;
import nuages.data.query.Field;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/** Asks the database for what a queryset stands for. */
final class Reads {
    private Reads() {}

    static Select select(QuerySet<?> set) {
        return select(set, Join.columns(set));
    }

    /** Rows whose key is selected are different already; of a query that had to find that out, the order may be any. */
    static Select select(QuerySet<?> set, List<Node> columns) {
        boolean distinct =
                set.query().distinct() && (set.query().rows().groupBy() != null || !Keys.among(set.type(), columns));
        return select(set, columns, distinct);
    }

    private static Select select(QuerySet<?> set, List<Node> columns, boolean distinct) {
        return set.query().rows().combined().isEmpty()
                ? plain(set, columns, distinct)
                : Combinations.select(set, columns);
    }

    /** Without what is combined with it. */
    static Select plain(QuerySet<?> set, List<Node> columns, boolean distinct) {
        var query = set.query();
        var rows = query.rows();
        if (distinct) {
            requireSelected(set, columns);
        }
        return new Select(
                set.type().source(),
                distinct,
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
                List.of(),
                null,
                List.of());
    }

    /** Of rows that are equal in what is selected, which are one then, there may be several in another order. */
    private static void requireSelected(QuerySet<?> set, List<Node> columns) {
        for (var sort : set.query().order()) {
            if (!columns.contains(sort.operand())
                    && set.query().rows().distinctOn().isEmpty()) {
                throw new InvalidSql(
                        "values of " + set.type() + " that are distinct() can only be ordered by what is selected: of "
                                + "those that are equal, each may be at another place in that order.\n"
                                + "select what they are ordered by too, or leave one of both out.",
                        null);
            }
        }
    }

    /** Whether it is not simply all rows for which its conditions hold. */
    static boolean partial(QuerySet<?> set) {
        var query = set.query();
        return query.limit() != null || query.offset() != null || !query.rows().equals(Rows.PLAIN);
    }

    static @Nullable Node number(@Nullable Long number) {
        return number == null ? null : Node.Value.of(number);
    }

    static <M extends KeyedModel<?>> List<M> list(QuerySet<M> set) {
        if (Combinations.empty(set)) {
            return List.of();
        }
        Groups.requireRows(set);
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
        if (Combinations.empty(set)) {
            return;
        }
        Groups.requireRows(set);
        var database = set.database();
        var columns = new ArrayList<>(Join.columns(set));
        columns.add(beside);
        int place = columns.size();
        var key = other.readers(database.dialect())[other.key()];
        Run.sql(database, pairs(set, columns, beside)).read(rows -> {
            var reader = new Reader<>(set, rows, database, Peers.MOST);
            while (rows.next()) {
                var row = reader.read();
                each.accept(Objects.requireNonNull(key.read(rows, place)), row);
            }
            return true;
        });
    }

    /**
     * Rows with something beside them. A row is there as often as it has another beside it, so that it is pairs that are
     * different or in groups; what they are ordered by is the same of equal ones, and selected behind all else.
     */
    private static Select pairs(QuerySet<?> set, List<Node> columns, Node beside) {
        var pairs = Groups.with(set, beside);
        if (!pairs.query().distinct()) {
            return select(pairs, columns, false);
        }
        var all = new ArrayList<>(columns);
        pairs.query().order().stream()
                .map(Sort::operand)
                .filter(it -> !all.contains(it))
                .forEach(all::add);
        return select(pairs, all, true);
    }

    /** Rows of a stream know those of their portion, so that it is held no longer than they are. */
    static <M extends KeyedModel<?>> void forEach(QuerySet<M> set, Consumer<? super M> each) {
        if (Combinations.empty(set)) {
            return;
        }
        Groups.requireRows(set);
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
        return new AskedFor<>(Limited.once(set, "inBulk()"), it -> Keys.in(set.type(), it), row -> (K) Keys.of(row))
                .find(keys);
    }

    /** Where it is that object's row. */
    static <M extends KeyedModel<?>> Node isRow(ModelType<M> type, M row) {
        return Keys.is(type, Keys.of(row));
    }

    @SuppressWarnings("unchecked")
    static <K, M extends KeyedModel<?>> Map<K, M> inBulk(QuerySet<M> set, Field<M, K> field, Collection<K> values) {
        var type = set.type();
        int place = type.place(field);
        return new AskedFor<>(Limited.once(set, "inBulk()"), it -> field.in(it).node(), row -> {
                    var value = type.value(row, place);
                    return (K) Objects.requireNonNull(value instanceof KeyedRef<?, ?> ref ? ref.key() : value);
                })
                .find(values);
    }

    /** Of a part of the rows, the keys are counted: they tell rows apart. Of groups, what each has in common. */
    static long count(QuerySet<?> set) {
        if (Combinations.empty(set)) {
            return 0;
        }
        Lookups.rows(set);
        var all = List.<Node>of(new Node.Aggregate(Function.COUNT, List.of(), false, null, List.of()));
        var type = set.type();
        if (!partial(set)) {
            return number(set, Select.of(type.source(), all).where(set.query().where()));
        }
        return number(set, Select.from(each(set), all));
    }

    /** The keys of its rows, for use within other statements. */
    static Select keys(QuerySet<?> set) {
        Groups.requireRows(set);
        return select(
                needed(set), List.copyOf(Keys.columns(set.type(), set.type().source())));
    }

    /** Without an order that does not say which rows these are. */
    static QuerySet<?> needed(QuerySet<?> set) {
        var query = set.query();
        boolean all = query.limit() == null && query.offset() == null;
        return all && query.rows().distinctOn().isEmpty() ? set.ordered(List.of()) : set;
    }

    /** Something of each row or group, of which only the number matters, and not which they are. */
    static Select each(QuerySet<?> set) {
        var rows = some(set);
        var common = set.query().rows().common();
        if (common.isEmpty()) {
            return keys(rows);
        }
        Groups.requireCommon(set, common);
        return select(rows, common);
    }

    private static QuerySet<?> some(QuerySet<?> set) {
        boolean any = set.query().rows().distinctOn().isEmpty();
        return (any ? set.ordered(List.of()) : set).unlocked();
    }

    private static long number(QuerySet<?> set, Select select) {
        return Run.sql(set.database(), select).read(rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    static boolean exists(QuerySet<?> set) {
        if (Combinations.empty(set)) {
            return false;
        }
        Lookups.rows(set);
        var first = some(set).limit(1);
        var select = partial(set)
                ? Select.from(each(first), List.of(new Node.Literal("1")))
                : plain(first, List.of(new Node.Literal("1")), false);
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
