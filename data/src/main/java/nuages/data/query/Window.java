package nuages.data.query;

import java.util.Arrays;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The rows around each row, and functions of them. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 */
public final class Window<M> {
    /** The first row there is, as the begin of a frame. */
    public static final long START = Long.MIN_VALUE;

    /** The last row there is, as the end of a frame. */
    public static final long END = Long.MAX_VALUE;

    private final List<Node> partition;
    private final List<Sort> order;
    private final @Nullable String frame;
    private final @Nullable String excluded;

    private Window(List<Node> partition, List<Sort> order, @Nullable String frame, @Nullable String excluded) {
        this.partition = partition;
        this.order = order;
        this.frame = frame;
        this.excluded = excluded;
    }

    /** Rows of a frame that can be left out. */
    public enum Excluded {
        /** The current row. */
        CURRENT_ROW("current row"),
        /** The current row and its equals in the order. */
        GROUP("group"),
        /** The equals of the current row in the order. */
        TIES("ties");

        private final String sql;

        Excluded(String sql) {
            this.sql = sql;
        }
    }

    /** All rows of the query. */
    public static <M> Window<M> ofAll() {
        return new Window<>(List.of(), List.of(), null, null);
    }

    /** The rows that have these in common. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> Window<M> by(Expression<M, ?>... common) {
        return new Window<>(Arrays.stream(common).<Node>map(Expression::node).toList(), List.of(), null, null);
    }

    /** In that order, in which aggregates see the rows up to the current one and its equals, unless there is a frame. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Window<M> orderBy(Order<M>... orders) {
        return new Window<>(partition, Arrays.stream(orders).map(Order::sort).toList(), frame, excluded);
    }

    /**
     * Only the rows between two places, both included.
     *
     * @param from so many rows before (negative) or after the current one, or {@link #START}
     * @param to so many rows before (negative) or after the current one, or {@link #END}
     */
    public Window<M> rows(long from, long to) {
        return new Window<>(partition, order, "rows between " + bound(from) + " and " + bound(to), excluded);
    }

    /**
     * Only the rows whose value in the order is between the current row's and so much more or less, both included.
     *
     * @param from so much before (negative) or after the current row's value, or {@link #START}
     * @param to so much before (negative) or after the current row's value, or {@link #END}
     */
    public Window<M> range(long from, long to) {
        return new Window<>(partition, order, "range between " + bound(from) + " and " + bound(to), excluded);
    }

    /**
     * Without some rows of the frame, or of the rows up to the current one and its equals if there is none; on PostgreSQL
     * and SQLite, as MariaDB has no such frames.
     */
    public Window<M> excluding(Excluded rows) {
        return new Window<>(partition, order, frame, rows.sql);
    }

    private static String bound(long place) {
        if (place == 0) {
            return "current row";
        }
        if (place == START || place == END) {
            return place == START ? "unbounded preceding" : "unbounded following";
        }
        return Math.abs(place) + (place < 0 ? " preceding" : " following");
    }

    private Node over(Node function) {
        return new Node.Window(function, partition, order, frame, excluded);
    }

    private <T> Expression<M, T> call(Function function, Codec<T> codec, Node... arguments) {
        return Expression.of(over(new Node.Call(function, List.of(arguments))), codec);
    }

    private <N extends Number> NumberExpression<M, N> number(Function function, Codec<N> codec, Node... arguments) {
        return NumberExpression.of(over(new Node.Call(function, List.of(arguments))), codec);
    }

    /** An aggregate of the rows around each row. */
    public <T> Expression<M, T> of(Aggregate<M, T> aggregate) {
        return Expression.of(over(aggregate.node()), aggregate.codec());
    }

    /** A number made of the rows around each row. */
    public <N extends Number> NumberExpression<M, N> of(Aggregate.OfNumber<M, N> aggregate) {
        return NumberExpression.of(over(aggregate.node()), aggregate.codec());
    }

    /** The number of the row, from 1. */
    public NumberExpression<M, Long> rowNumber() {
        return number(Function.ROW_NUMBER, Codecs.LONG);
    }

    /** The number of the first of the rows that are equal in the order, from 1. */
    public NumberExpression<M, Long> rank() {
        return number(Function.RANK, Codecs.LONG);
    }

    /** The number of the group of rows that are equal in the order, from 1. */
    public NumberExpression<M, Long> denseRank() {
        return number(Function.DENSE_RANK, Codecs.LONG);
    }

    /** Which part of the rows comes before it, from 0 to 1. */
    public NumberExpression<M, Double> percentRank() {
        return number(Function.PERCENT_RANK, Codecs.DOUBLE);
    }

    /** Which part of the rows comes before it or is equal to it, up to 1. */
    public NumberExpression<M, Double> cumeDist() {
        return number(Function.CUME_DIST, Codecs.DOUBLE);
    }

    /** The number of the part it is in, from 1, when the rows are divided into so many of about equal size. */
    public NumberExpression<M, Long> ntile(int parts) {
        return number(Function.NTILE, Codecs.LONG, Codecs.number(parts));
    }

    /** What it is so many rows before; NULL if there is no such row. */
    public <T> Expression<M, T> lag(Expression<M, T> of, int rows) {
        return call(Function.LAG, of.codec(), of.node(), Codecs.number(rows));
    }

    /** What it is so many rows after; NULL if there is no such row. */
    public <T> Expression<M, T> lead(Expression<M, T> of, int rows) {
        return call(Function.LEAD, of.codec(), of.node(), Codecs.number(rows));
    }

    /** What it is so many rows before; the other where there is no such row. */
    public <T> Expression<M, T> lag(Expression<M, T> of, int rows, Expression<M, T> otherwise) {
        return call(Function.LAG, of.codec(), of.node(), Codecs.number(rows), otherwise.node());
    }

    /** What it is so many rows before; that value where there is no such row. */
    public <T> Expression<M, T> lag(Expression<M, T> of, int rows, T otherwise) {
        return call(Function.LAG, of.codec(), of.node(), Codecs.number(rows), of.value(otherwise));
    }

    /** What it is so many rows after; the other where there is no such row. */
    public <T> Expression<M, T> lead(Expression<M, T> of, int rows, Expression<M, T> otherwise) {
        return call(Function.LEAD, of.codec(), of.node(), Codecs.number(rows), otherwise.node());
    }

    /** What it is so many rows after; that value where there is no such row. */
    public <T> Expression<M, T> lead(Expression<M, T> of, int rows, T otherwise) {
        return call(Function.LEAD, of.codec(), of.node(), Codecs.number(rows), of.value(otherwise));
    }

    /** What it is in the first row. */
    public <T> Expression<M, T> firstValue(Expression<M, T> of) {
        return call(Function.FIRST_VALUE, of.codec(), of.node());
    }

    /** What it is in the last row, which is the current one if there is an order but no frame. */
    public <T> Expression<M, T> lastValue(Expression<M, T> of) {
        return call(Function.LAST_VALUE, of.codec(), of.node());
    }

    /** What it is in the row of that number, from 1; NULL if there is no such row. */
    public <T> Expression<M, T> nthValue(Expression<M, T> of, int number) {
        return call(Function.NTH_VALUE, of.codec(), of.node(), Codecs.number(number));
    }
}
