package nuages.web.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One place in the tree of segments: what may follow it, and what ends at it. Changed only while a router is built. */
final class Node {
    /** A value may follow, between some text; several segments long if its parameter spans them. */
    record Edge(String before, Param<?> param, String after, Node node) {
        /** The value in a segment; null if it has none. */
        @Nullable
        Object read(String segment) {
            int end = segment.length() - after.length();
            if (end == segment.length() && before.isEmpty()) {
                return param.read(segment);
            }
            return end > before.length() && segment.startsWith(before) && segment.endsWith(after)
                    ? param.read(segment.substring(before.length(), end))
                    : null;
        }

        private boolean bare() {
            return before.isEmpty() && after.isEmpty();
        }
    }

    private final Literals literals = new Literals();
    private final List<Edge> values = new ArrayList<>(0);
    private final List<Edge> paths = new ArrayList<>(0);
    private final Ends plain = new Ends();
    private final Ends slashed = new Ends();

    Literals literals() {
        return literals;
    }

    /** Values of one segment: those with text beside them first, then in the order they were declared. */
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
            case Pattern.Slot slot -> edge(slot.param().spansSegments() ? paths : values, slot);
        };
    }

    private static Node edge(List<Edge> edges, Pattern.Slot slot) {
        int bare = 0;
        for (Edge edge : edges) {
            boolean same = edge.before().equals(slot.before()) && edge.after().equals(slot.after());
            if (same && edge.param() == slot.param()) {
                return edge.node();
            }
            bare += edge.bare() ? 0 : 1;
        }
        var added = new Edge(slot.before(), slot.param(), slot.after(), new Node());
        edges.add(added.bare() ? edges.size() : bare, added);
        return added.node();
    }
}
