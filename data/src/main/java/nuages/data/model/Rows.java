package nuages.data.model;

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
}
