package nuages.data.model;

import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
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
        if (correlated(set)) {
            throw new IllegalStateException(doing + " came after a limit of " + set.type()
                    + " rows that depend on the query around them, by Functions.outer(), and not every database"
                    + " reaches so far.\n"
                    + "put " + doing + " before limit() and offset().");
        }
        var key = Keys.together(Keys.columns(set.type(), set.type().source()));
        return query.limit(null, null).rows(Rows.PLAIN).only(new Node.InQuery(key, Reads.keys(set.unlocked())));
    }

    /** Whether anything that it says, or those combined with it, is a value of the query around it. */
    private static boolean correlated(QuerySet<?> set) {
        var query = set.query();
        var rows = query.rows();
        var said = new ArrayList<>(rows.distinctOn());
        said.addAll(rows.common());
        Stream.of(rows.windowed(), rows.having()).filter(Objects::nonNull).forEach(said::add);
        return Select.of(set.type().source(), said)
                        .where(query.where())
                        .sorted(query.order(), null, null)
                        .correlated()
                || rows.combined().stream().anyMatch(it -> correlated(it.rows()));
    }
}
