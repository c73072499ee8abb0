package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import nuages.data.error.DatabaseException;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import org.jspecify.annotations.Nullable;

/** Asks the database for values instead of objects. */
final class Selections {
    private Selections() {}

    /** What the caller gets, who has asked for this type and may meet NULL. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    static <A> A at(@Nullable Object[] values, int index) {
        return (A) values[index];
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <A> A first(@Nullable Object[] values) {
        return Selections.<A>at(values, 0);
    }

    /** Reads the values of expressions from a row, behind other columns. For one result, and one thread. */
    private static final class Values {
        private final Expression<?, ?>[] columns;
        private final ColumnReader[] readers;
        private final int before;

        private Values(Expression<?, ?>[] columns, Dialect dialect, int before) {
            this.columns = columns;
            this.before = before;
            this.readers =
                    Arrays.stream(columns).map(it -> it.codec().reader(dialect)).toArray(ColumnReader[]::new);
        }

        private @Nullable Object[] read(ResultSet row) {
            var values = new @Nullable Object[readers.length];
            for (int i = 0; i < values.length; i++) {
                try {
                    values[i] = readers[i].read(row, before + i + 1);
                } catch (RuntimeException | SQLException e) {
                    throw new DatabaseException(
                            "value " + (i + 1) + " of what is selected cannot be read as "
                                    + columns[i].codec().type().getSimpleName() + ": " + e.getMessage()
                                    + "\nselect it as another type.",
                            e);
                }
            }
            return values;
        }
    }

    static List<Node> nodes(Expression<?, ?>[] columns) {
        return Arrays.stream(columns).<Node>map(Expression::node).toList();
    }

    static <R> List<R> list(QuerySet<?> set, Function<@Nullable Object[], R> into, Expression<?, ?>... columns) {
        if (Combinations.empty(set)) {
            return List.of();
        }
        return read(set, Reads.select(set, nodes(columns)), into, columns);
    }

    static <R> void forEach(
            QuerySet<?> set,
            Function<@Nullable Object[], R> into,
            Consumer<? super R> each,
            Expression<?, ?>... columns) {
        if (Combinations.empty(set)) {
            return;
        }
        Lookups.rows(set);
        var database = set.database();
        var values = new Values(columns, database.dialect(), 0);
        Run.sql(database, Reads.select(set, nodes(columns))).<R>forEachRow(rows -> into.apply(values.read(rows)), each);
    }

    private static <R> List<R> read(
            QuerySet<?> set, Select select, Function<@Nullable Object[], R> into, Expression<?, ?>... columns) {
        Lookups.rows(set);
        var database = set.database();
        return Run.sql(database, select).read(rows -> {
            var values = new Values(columns, database.dialect(), 0);
            var all = new ArrayList<R>();
            while (rows.next()) {
                all.add(into.apply(values.read(rows)));
            }
            return all;
        });
    }

    static <M extends KeyedModel<?>, R> List<R> annotated(
            QuerySet<M> set, BiFunction<M, @Nullable Object[], R> into, Expression<?, ?>... columns) {
        if (Combinations.empty(set)) {
            return List.of();
        }
        Groups.requireRows(set);
        Lookups.rows(set);
        var database = set.database();
        var all = new ArrayList<>(Join.columns(set));
        int before = all.size();
        all.addAll(nodes(columns));
        var objects = new ArrayList<M>();
        var found = Run.sql(database, Reads.select(set, all)).read(rows -> {
            var reader = new Reader<>(set, rows, database, Peers.MOST);
            var values = new Values(columns, database.dialect(), before);
            var beside = new ArrayList<@Nullable Object[]>();
            while (rows.next()) {
                objects.add(reader.read());
                beside.add(values.read(rows));
            }
            return beside;
        });
        Prefetches.fetch(objects, set.query().withMany(), database);
        var made = new ArrayList<R>(found.size());
        for (int i = 0; i < found.size(); i++) {
            made.add(into.apply(objects.get(i), found.get(i)));
        }
        return made;
    }

    /** Of a part of the rows, the keys are chosen by a query of their own, and each row is there as often as its key. */
    static <R> @Nullable R aggregate(
            QuerySet<?> set, Function<@Nullable Object[], R> into, Expression<?, ?>... columns) {
        var type = set.type();
        var values = nodes(columns);
        var select = Reads.partial(set)
                ? Select.joined(Reads.keys(set.unlocked()), Keys.columns(type, type.source()), values)
                : Select.of(type.source(), values).where(set.query().where());
        return read(set, select, into, columns).getFirst();
    }

    static <O> Condition<O> exists(QuerySet<?> set) {
        var one = List.<Node>of(new Node.Literal("1"));
        var rows = Reads.needed(set).unlocked();
        return Condition.of(new Node.Exists(
                rows.query().rows().combined().isEmpty()
                        ? Reads.plain(rows, one, false)
                        : Select.from(Reads.each(rows), one),
                false));
    }
}
