package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nuages.data.error.InvalidSql;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Select.Combination;
import nuages.data.syntax.Select.Combined;
import nuages.data.syntax.Sort;

/**
 * Rows of several querysets as one. Each of them keeps its own order and limit; those of the combination are of a query
 * around all, since databases differ in what else they are of, and in what rows may be ordered by there.
 */
final class Combinations {
    private Combinations() {}

    /** A queryset as the first of several, of which it keeps what would else be said of all. */
    static <M extends KeyedModel<?>> QuerySet<M> first(QuerySet<M> set) {
        var query = set.query();
        boolean plain = query.limit() == null
                && query.offset() == null
                && !query.distinct()
                && query.rows().distinctOn().isEmpty();
        return plain ? set.ordered(List.of()) : alone(set);
    }

    /** A queryset as the only one of several, of which there may be more. */
    static <M extends KeyedModel<?>> QuerySet<M> alone(QuerySet<M> set) {
        var query = set.query();
        var around = Query.ALL
                .with(query.with())
                .withMany(query.withMany())
                .lock(query.lock())
                .rows(Rows.PLAIN.none().with(Combination.UNION_ALL, set.unlocked()));
        return set.with(query.at(around));
    }

    /** Whether it is known without asking that it has no rows. */
    static boolean empty(QuerySet<?> set) {
        var query = set.query();
        if (query.limit() != null && query.limit() == 0) {
            return true;
        }
        boolean empty = query.rows().nothing();
        var combined = query.rows().combined();
        for (int i = 0; i < combined.size(); i++) { // by number, as most have none, and an iterator would be garbage
            var other = combined.get(i);
            empty = switch (other.how()) {
                case UNION, UNION_ALL -> empty && empty(other.rows());
                case INTERSECT -> empty || empty(other.rows());
                case EXCEPT -> empty;
            };
        }
        return empty;
    }

    /** Whether a row may be there more than once. */
    static boolean repeats(QuerySet<?> set) {
        var combined = set.query().rows().combined();
        return !combined.isEmpty()
                && !set.query().distinct()
                && combined.getLast().how() == Combination.UNION_ALL
                && !(combined.size() == 1
                        && set.query().rows().nothing()
                        && !repeats(combined.getLast().rows()));
    }

    /** Refuses what could only be said of each of several querysets. */
    static <M extends KeyedModel<?>> QuerySet<M> refuse(QuerySet<M> set, String doing) {
        if (!set.query().rows().combined().isEmpty()) {
            throw new IllegalStateException(
                    doing + " came after union(), intersect() or except(), and each queryset of " + set.type()
                            + " has rows of its own.\nput it in each queryset before they are combined.");
        }
        return set;
    }

    static Select select(QuerySet<?> set, List<Node> columns) {
        var query = set.query();
        refuse(set, columns);
        var all = new ArrayList<>(columns);
        query.order().stream()
                .map(Sort::operand)
                .filter(it -> !all.contains(it))
                .forEach(all::add);
        if (all.size() > columns.size() && !Keys.among(set.type(), columns)) {
            throw new InvalidSql(
                    "values of several querysets can only be ordered by what is selected.\n"
                            + "select that too, or order each queryset and give it a limit.",
                    null);
        }
        var whole = combined(set, all);
        if (query.distinct()) {
            whole = Select.from(whole, names(all.size())).once();
        }
        if (query.order().isEmpty() && query.limit() == null && query.offset() == null) {
            return whole;
        }
        var names = names(all.size());
        var order = query.order().stream()
                .map(it -> new Sort(names.get(all.indexOf(it.operand())), it.descending(), it.nullsFirst()))
                .toList();
        return Select.from(whole, names(columns.size()))
                .sorted(order, Reads.number(query.limit()), Reads.number(query.offset()));
    }

    private static void refuse(QuerySet<?> set, List<Node> columns) {
        var query = set.query();
        boolean grouped = query.rows().groupBy() == null && columns.stream().anyMatch(Node::aggregates);
        if (grouped) {
            throw new IllegalStateException("rows of several querysets cannot be put in groups, but an aggregate of "
                    + set.type() + " was selected beside what would make them.\n"
                    + "use aggregate() for one value of all rows, or groupBy() in each queryset before they are "
                    + "combined.");
        }
        if (query.lock() != null
                || query.rows().combined().stream()
                        .anyMatch(it -> it.rows().query().lock() != null)) {
            throw new IllegalStateException("rows of several querysets of " + set.type()
                    + " cannot be locked by the query that combines them.\n"
                    + "lock them by their keys, as in filter(key.in(keys)).lock().");
        }
    }

    /** What the columns of a query are called by one around it. */
    static List<Node> names(int columns) {
        return IntStream.rangeClosed(1, columns)
                .<Node>mapToObj(it -> new Node.Literal("c" + it))
                .toList();
    }

    /** One after the other. What is combined in another way has what came before as a query of its own. */
    private static Select combined(QuerySet<?> set, List<Node> columns) {
        var parts = set.query().rows().combined();
        boolean alone = set.query().rows().nothing() && parts.getFirst().how() == Combination.UNION_ALL;
        var whole = alone ? part(parts.getFirst().rows(), columns) : base(set, columns);
        for (int next = alone ? 1 : 0; next < parts.size(); ) {
            var how = parts.get(next).how();
            var same = new ArrayList<Combined>();
            for (; next < parts.size() && parts.get(next).how() == how; next++) {
                same.add(new Combined(how, part(parts.get(next).rows(), columns)));
            }
            whole = (whole.plain() ? whole : Select.from(whole, names(columns.size()))).with(same);
        }
        return whole;
    }

    private static Select base(QuerySet<?> set, List<Node> columns) {
        var bare = set.with(set.query().order(List.of()).limit(null, null).undistinct());
        return Reads.plain(bare, columns, false);
    }

    /** An order of some of several rows says which; that of all of them is lost. */
    private static Select part(QuerySet<?> set, List<Node> columns) {
        return Reads.select(Reads.needed(set), columns);
    }
}
