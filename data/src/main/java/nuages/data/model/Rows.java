package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import org.jspecify.annotations.Nullable;

/**
 * How rows become groups and sets of rows. Immutable; threads share it.
 *
 * @param nothing whether it is known that there are none
 * @param windowed a condition on values of windows: of the rows for which all other conditions hold
 * @param distinctOn of the rows that are equal in these, only the first
 * @param groupBy what the rows of a group have in common; null leaves it to the columns
 * @param having which groups
 * @param combined the querysets whose rows are added or taken away
 */
record Rows(
        boolean nothing,
        @Nullable Node windowed,
        List<Node> distinctOn,
        @Nullable List<Node> groupBy,
        @Nullable Node having,
        List<Other> combined) {

    static final Rows PLAIN = new Rows(false, null, List.of(), null, null, List.of());

    /** Another queryset. */
    record Other(Select.Combination how, QuerySet<?> rows) {}

    Rows none() {
        return new Rows(true, windowed, distinctOn, groupBy, having, combined);
    }

    Rows distinctOn(List<Node> columns) {
        return new Rows(nothing, windowed, columns, groupBy, having, combined);
    }

    Rows groupBy(List<Node> common) {
        return new Rows(nothing, windowed, distinctOn, common, having, combined);
    }

    Rows having(Node condition) {
        return new Rows(nothing, windowed, distinctOn, groupBy, both(having, condition), combined);
    }

    Rows windowed(Node condition) {
        return new Rows(nothing, both(windowed, condition), distinctOn, groupBy, having, combined);
    }

    Rows unwindowed() {
        return new Rows(nothing, null, distinctOn, groupBy, having, combined);
    }

    private static Node both(@Nullable Node first, Node second) {
        return first == null ? second : new Node.Junction(true, List.of(first, second));
    }

    Rows with(Select.Combination how, QuerySet<?> other) {
        var all = new ArrayList<>(combined);
        all.add(new Other(how, other));
        return new Rows(nothing, windowed, distinctOn, groupBy, having, List.copyOf(all));
    }

    /** What the rows of a group have in common by {@code groupBy}; nothing if there are no such groups. */
    List<Node> common() {
        return groupBy == null ? List.of() : groupBy;
    }

    /** What the rows of a group have in common, if these columns are selected. */
    List<Node> groups(List<Node> columns) {
        if (groupBy != null) {
            return groupBy;
        }
        if (having == null && !aggregated(columns)) {
            return List.of();
        }
        return columns.stream()
                .filter(it -> !it.aggregates() && !(it instanceof Node.Value) && !(it instanceof Node.Literal))
                .toList();
    }

    private static boolean aggregated(List<Node> columns) {
        for (var column : columns) {
            if (column.aggregates()) {
                return true;
            }
        }
        return false;
    }
}
