package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.query.Condition;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on values of windows. SQL knows such values only after all conditions, so that the rows for which they hold
 * are chosen by a query around the one that has the windows.
 */
final class Windowed {
    private Windowed() {}

    /** All conditions of a queryset. */
    static @Nullable Node where(QuerySet<?> set) {
        var windowed = set.query().rows().windowed();
        if (windowed == null) {
            return set.query().where();
        }
        var key = List.<Node>copyOf(Keys.columns(set.type(), set.type().source()));
        return chosen(set, set.query().where(), key, windowed);
    }

    /** Of the rows of a queryset's model for which the first holds, those whose key is one that the condition chooses. */
    private static Node chosen(QuerySet<?> set, @Nullable Node where, List<Node> key, Node condition) {
        var columns = new ArrayList<>(key);
        columns.add(condition);
        var all = Select.of(set.type().source(), columns).where(where);
        var names = Combinations.names(columns.size());
        var chosen = Select.from(all, names.subList(0, key.size())).where(names.getLast());
        return new Node.InQuery(Keys.together(key), chosen);
    }

    /**
     * Of the rows that are found for many owners at once, the ones that the queryset would have found for each alone,
     * because it has a limit.
     *
     * @param owner the column that leads to the owner
     */
    static <T extends KeyedModel<?>> QuerySet<T> each(QuerySet<T> set, Node.Column owner) {
        var query = set.query();
        if (query.limit() == null && query.offset() == null) {
            return set;
        }
        var key = new ArrayList<Node>(Keys.columns(set.type(), set.type().source()));
        key.addFirst(owner);
        var condition = between(number(set, owner), query.limit(), query.offset());
        var chosen = chosen(set, where(set), key, condition);
        return set.unlimited().rows(Rows::unwindowed).filter(Condition.of(chosen));
    }

    private static Node number(QuerySet<?> set, Node owner) {
        var order = new ArrayList<Sort>(set.query().order());
        order.addAll(Keys.order(set.type()));
        return new Node.Window(new Node.Call(Function.ROW_NUMBER, List.of()), List.of(owner), order, null, null);
    }

    private static Node between(Node number, @Nullable Long limit, @Nullable Long offset) {
        long skipped = offset == null ? 0 : offset;
        var after = new Node.Compare(Comparison.GREATER, number, Node.Value.of(skipped));
        return limit == null
                ? after
                : new Node.Junction(
                        true,
                        List.of(
                                after,
                                new Node.Compare(
                                        Comparison.AT_MOST, number, Node.Value.of(Math.addExact(skipped, limit)))));
    }
}
