package nuages.web.routing;

import java.util.ArrayList;
import java.util.List;

/** One place in the tree of segments: what may follow it, and what ends at it. Changed only while a router is built. */
final class Node {
    /** A value may follow; several segments long if its parameter spans them. */
    record Edge(Param<?> param, Node node) {}

    private final Literals literals = new Literals();
    private final List<Edge> values = new ArrayList<>(0);
    private final List<Edge> paths = new ArrayList<>(0);
    private final Ends plain = new Ends();
    private final Ends slashed = new Ends();

    Literals literals() {
        return literals;
    }

    /** Values of one segment, in the order they were declared. */
    List<Edge> values() {
        return values;
    }

    /** Values of all segments that are left. */
    List<Edge> paths() {
        return paths;
    }

    /** What ends here without a slash. */
    Ends plain() {
        return plain;
    }

    /** What ends here with a slash. */
    Ends slashed() {
        return slashed;
    }

    /** The node behind a piece, made if there is none. */
    Node at(Pattern.Piece piece) {
        return switch (piece) {
            case Pattern.Literal(String text) -> literals.at(text);
            case Pattern.Slot slot -> edge(slot.param().spansSegments() ? paths : values, slot.param());
        };
    }

    private static Node edge(List<Edge> edges, Param<?> param) {
        for (Edge edge : edges) {
            if (edge.param() == param) {
                return edge.node();
            }
        }
        var added = new Edge(param, new Node());
        edges.add(added);
        return added.node();
    }
}
