package nuages.data.model;

import java.util.List;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;

/** Querysets with a limit or an offset, which stand for just those rows, whatever is asked of them afterwards. */
final class Limited {
    private Limited() {}

    /** The same rows, chosen by a query of their own, so that there may be conditions on them. */
    static <M extends KeyedModel<?>> QuerySet<M> rows(QuerySet<M> set, String doing) {
        if (some(set) && Combinations.repeats(set)) {
            throw new IllegalStateException(doing + " came after a limit of " + set.type()
                    + " rows of which some may be there more than once, by unionAll(), and would make them one.\n"
                    + "use union(), or put " + doing + " in each queryset before they are combined.");
        }
        return some(set) ? chosen(set, doing) : set;
    }

    /** The same rows, each of them once, however they came together. */
    static <M extends KeyedModel<?>> QuerySet<M> once(QuerySet<M> set, String doing) {
        return some(set) || !set.query().rows().combined().isEmpty() ? chosen(set, doing) : set;
    }

    /** The same rows in the same order, chosen by a query of their own, so that there may be another order of them. */
    static <M extends KeyedModel<?>> QuerySet<M> all(QuerySet<M> set, String doing) {
        if (!some(set)) {
            return set;
        }
        return set.query().rows().combined().isEmpty()
                ? chosen(set, doing)
                : Combinations.alone(set).ordered(set.query().order());
    }

    /** A number of rows. */
    static long count(String name, long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException(name + "(" + rows + ") of rows: there are no fewer than none.");
        }
        return rows;
    }

    private static boolean some(QuerySet<?> set) {
        return set.query().limit() != null || set.query().offset() != null;
    }

    private static <M extends KeyedModel<?>> QuerySet<M> chosen(QuerySet<M> set, String doing) {
        return set.with(
                Combinations.empty(set) ? set.query().limit(null, null).rows(Rows.PLAIN.none()) : byKey(set, doing));
    }

    private static Query byKey(QuerySet<?> set, String doing) {
        var query = set.query();
        var rows = query.rows();
        if (rows.groupBy() != null
                || rows.having() != null
                || query.order().stream().anyMatch(it -> it.operand().aggregates())) {
            throw new IllegalStateException(doing + " came after a limit of groups of " + set.type()
                    + ", of which the database keeps no rows that it could be about.\nput " + doing
                    + " before limit() and offset().");
        }
        var windowed = rows.windowed() == null ? List.<Node>of() : List.of(rows.windowed());
        var parts =
                Select.of(set.type().source(), windowed).where(query.where()).sorted(query.order(), null, null);
        if (parts.correlated()) {
            throw new IllegalStateException(doing + " came after a limit of " + set.type()
                    + " rows that depend on the query around them, by Functions.outer(), and not every database"
                    + " reaches so far.\n"
                    + "put " + doing + " before limit() and offset().");
        }
        var keys = List.<Node>copyOf(Keys.columns(set.type(), set.type().source()));
        var key = keys.size() == 1 ? keys.getFirst() : new Node.Tuple(keys);
        return query.limit(null, null).rows(Rows.PLAIN).only(new Node.InQuery(key, Reads.keys(set.unlocked())));
    }
}
