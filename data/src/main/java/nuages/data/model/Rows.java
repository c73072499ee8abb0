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
 * @param distinctOn of the rows that are equal in these, only the first
 * @param groupBy what the rows of a group have in common; null leaves it to the columns
 * @param having which groups
 * @param combined the querysets whose rows are added or taken away
 */
record Rows(
        boolean nothing,
        List<Node> distinctOn,
        @Nullable List<Node> groupBy,
        @Nullable Node having,
        List<Other> combined) {

    static final Rows PLAIN = new Rows(false, List.of(), null, null, List.of());

    /** Another queryset. */
    record Other(Select.Combination how, QuerySet<?> rows) {}

    Rows none() {
        return new Rows(true, distinctOn, groupBy, having, combined);
    }

    Rows distinctOn(List<Node> columns) {
        return new Rows(nothing, columns, groupBy, having, combined);
    }

    Rows groupBy(List<Node> common) {
        return new Rows(nothing, distinctOn, common, having, combined);
    }

    Rows having(Node condition) {
        var both = having == null ? condition : new Node.Junction(true, List.of(having, condition));
        return new Rows(nothing, distinctOn, groupBy, both, combined);
    }

    Rows with(Select.Combination how, QuerySet<?> other) {
        var all = new ArrayList<>(combined);
        all.add(new Other(how, other));
        return new Rows(nothing, distinctOn, groupBy, having, List.copyOf(all));
    }

    /** What the rows of a group have in common, if these columns are selected. */
    List<Node> groups(List<Node> columns) {
        if (groupBy != null) {
            return groupBy;
        }
        if (having == null && columns.stream().noneMatch(Node::aggregates)) {
            return List.of();
        }
        return columns.stream()
                .filter(it -> !it.aggregates() && !(it instanceof Node.Value) && !(it instanceof Node.Literal))
                .toList();
    }
}
