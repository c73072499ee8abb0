package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query. Its tables follow from the columns it names.
 *
 * @param distinctOn of the rows that are equal in these, only the first
 * @param combined queries that are combined with it, all in one way; what has them has no order or limit
 * @param inner a query whose rows it reads instead of a table's
 * @param on columns of the table that the inner query's first ones are equal to: then it reads the table's rows beside
 */
public record Select(
        Source from,
        boolean distinct,
        List<Node> distinctOn,
        List<Node> columns,
        List<Source> joins,
        @Nullable Node where,
        List<Node> groupBy,
        @Nullable Node having,
        List<Sort> order,
        @Nullable Node limit,
        @Nullable Node offset,
        @Nullable Lock lock,
        List<Combined> combined,
        @Nullable Select inner,
        List<Node.Column> on)
        implements Statement {

    /** A query of a table's columns, with nothing else yet. */
    public static Select of(Source from, List<Node> columns) {
        return of(from, columns, null, List.of());
    }

    /** A query of another's rows, whose columns are called c1, c2 and so on. */
    public static Select from(Select inner, List<Node> columns) {
        return of(inner.from, columns, inner, List.of());
    }

    /** A query of a table's rows that another's first columns lead to, as often as they do. */
    public static Select joined(Select inner, List<Node.Column> on, List<Node> columns) {
        return of(inner.from, columns, inner, on);
    }

    private static Select of(Source from, List<Node> columns, @Nullable Select inner, List<Node.Column> on) {
        return new Select(
                from, false, List.of(), columns, List.of(), null, List.of(), null, List.of(), null, null, null,
                List.of(), inner, on);
    }

    /** The same with a condition. */
    public Select where(@Nullable Node condition) {
        return with(distinct, condition, order, limit, offset, lock, combined);
    }

    /** The same, each row once. */
    public Select once() {
        return with(true, where, order, limit, offset, lock, combined);
    }

    /** The same in an order, and not all of it. */
    public Select sorted(List<Sort> sorts, @Nullable Node most, @Nullable Node skipped) {
        return with(distinct, where, sorts, most, skipped, lock, combined);
    }

    /** Its rows combined with others', all in one way. */
    public Select with(List<Combined> others) {
        return with(distinct, where, order, limit, offset, lock, others);
    }

    /** The same with no order, limit or lock, and without what is combined with it. */
    Select alone() {
        return with(distinct, where, List.of(), null, null, null, List.of());
    }

    private Select with(
            boolean once,
            @Nullable Node condition,
            List<Sort> sorts,
            @Nullable Node most,
            @Nullable Node skipped,
            @Nullable Lock locked,
            List<Combined> others) {
        return new Select(
                from,
                once,
                distinctOn,
                columns,
                joins,
                condition,
                groupBy,
                having,
                sorts,
                most,
                skipped,
                locked,
                others,
                inner,
                on);
    }

    /** Whether it has values of a statement around it. */
    public boolean correlated() {
        return Correlation.in(this, 0);
    }

    /** Whether it has no order and no limit, and nothing is combined with it. */
    public boolean plain() {
        return order.isEmpty() && limit == null && offset == null && combined.isEmpty();
    }

    /** Locks the rows until the transaction's end. */
    public record Lock(boolean noWait, boolean skipLocked, boolean noKey, List<Source> of) {}

    /** Another query whose rows are added, kept alone or taken away. */
    public record Combined(Combination combination, Select query) {}

    /** How the rows of two queries become one result. */
    public enum Combination {
        /** Those of both, each once. */
        UNION,
        /** Those of both. */
        UNION_ALL,
        /** Those in both. */
        INTERSECT,
        /** Those of the first that the second has not. */
        EXCEPT
    }

    @Override
    public void shape(Shape shape) {
        shape.token("select")
                .token(from)
                .token(distinct)
                .parts(distinctOn)
                .parts(columns)
                .token(joins)
                .part(where)
                .parts(groupBy)
                .part(having);
        Sort.shape(order, shape);
        places(shape);
        shape.part(limit).part(offset).token(lock).token(combined.size());
        for (var each : combined) {
            shape.token(each.combination);
            each.query.shape(shape);
        }
        if (inner != null) {
            shape.token("inner");
            inner.shape(shape);
            shape.parts(on);
        }
    }

    /** What is ordered or grouped by is told by its place among the columns, if it has one: by what is equal in its values. */
    private void places(Shape shape) {
        for (int i = 0; i < order.size(); i++) {
            place(order.get(i).operand(), shape);
        }
        for (int i = 0; i < groupBy.size(); i++) {
            place(groupBy.get(i), shape);
        }
    }

    private void place(Node node, Shape shape) {
        if (!(node instanceof Node.Column)) { // of which the rest of the shape knows all
            shape.token(place(node));
        }
    }

    /** The place of the column that equals this, values included, from 1; 0 if there is none. */
    int place(Node node) {
        return columns.indexOf(node) + 1;
    }
}
