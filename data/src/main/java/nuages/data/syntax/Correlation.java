package nuages.data.syntax;

import java.util.List;

/** Finds values of the statement around a query. */
final class Correlation {
    private Correlation() {}

    /** Whether a part of a query that is so many queries further inside has such a value. */
    private static boolean in(Node node, int depth) {
        return switch (node) {
            case Node.Outer it -> depth == 0 || in(it.operand(), depth - 1);
            case Node.Subquery it -> in(it.query(), depth + 1);
            case Node.Exists it -> in(it.query(), depth + 1);
            case Node.InQuery it -> in(it.operand(), depth) || in(it.query(), depth + 1);
            case Node.Aggregate it -> any(Aggregation.aggregate(it), depth);
            default -> any(Aggregation.parts(node), depth);
        };
    }

    private static boolean any(List<? extends Node> nodes, int depth) {
        return nodes.stream().anyMatch(it -> in(it, depth));
    }

    static boolean in(Select select, int depth) {
        return any(select.columns(), depth)
                || any(select.distinctOn(), depth)
                || (select.where() != null && in(select.where(), depth))
                || any(select.groupBy(), depth)
                || (select.having() != null && in(select.having(), depth))
                || select.order().stream().anyMatch(it -> in(it.operand(), depth))
                || select.combined().stream().anyMatch(it -> in(it.query(), depth))
                || (select.inner() != null && in(select.inner(), depth));
    }
}
