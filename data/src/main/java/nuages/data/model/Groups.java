package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.syntax.Node;

/**
 * Refuses what needs rows where there are groups of them, by {@code groupBy()}: otherwise it would depend on the database
 * which row of a group is taken, or whether one is.
 */
final class Groups {
    private Groups() {}

    /** Refuses groups that are not by the key; those are rows again. */
    static void requireRows(QuerySet<?> set) {
        requireCommon(set, Keys.columns(set.type(), set.type().source()));
    }

    /** Refuses groups that have not all of these in common, also among those of combined querysets. */
    static void requireCommon(QuerySet<?> set, List<? extends Node> columns) {
        var rows = set.query().rows();
        if (apart(rows, columns)) {
            throw new IllegalStateException("the rows of " + set.type()
                    + " are in groups, by groupBy(), of which none is a row that could be read, changed, deleted or "
                    + "aggregated.\nask groups for values(), select(), count() or exists(), or leave groupBy() out.");
        }
        var combined = rows.combined();
        for (int i = 0; i < combined.size(); i++) { // by number, as most have none, and an iterator would be garbage
            if (within(combined.get(i).rows(), columns)) {
                throw new IllegalStateException("of the querysets of " + set.type()
                        + " that are combined, not all have rows: some have groups, by groupBy(), of which none is a"
                        + " row that could be read, counted, changed, deleted or aggregated.\n"
                        + "ask for values() or select() of what all have in common, or leave groupBy() out.");
            }
        }
    }

    private static boolean within(QuerySet<?> set, List<? extends Node> columns) {
        var rows = set.query().rows();
        return apart(rows, columns) || rows.combined().stream().anyMatch(it -> within(it.rows(), columns));
    }

    private static boolean apart(Rows rows, List<? extends Node> columns) {
        return !rows.common().isEmpty() && !rows.common().containsAll(columns);
    }

    /** If the rows are in groups, in smaller ones, that have this in common too. */
    static QuerySet<?> with(QuerySet<?> set, Node another) {
        var common = new ArrayList<>(set.query().rows().common());
        if (common.isEmpty()) {
            return set;
        }
        common.add(another);
        return set.rows(it -> it.groupBy(List.copyOf(common)));
    }
}
