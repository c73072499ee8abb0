package nuages.web.routing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nuages.web.http.Method;
import org.jspecify.annotations.Nullable;

/**
 * One request's way through the tree: literals first, then values, then paths. It turns back where a way ends, and looks
 * at each node at most once, so its length is that of the path and not the number of routes.
 */
final class Search {
    private final String path;
    private final Method method;
    private final @Nullable Object[] values = new Object[3];
    private @Nullable Set<Method> allowed;
    private boolean slashMissing;

    Search(String path, Method method) {
        this.path = path;
        this.method = method;
    }

    @Nullable
    Declaration from(Node root) {
        return walk(root, 1, 0);
    }

    /** What the parameters read, in their order. */
    @Nullable
    Object[] values() {
        return values;
    }

    /** The methods of routes that match but for the method; empty if none does. */
    Set<Method> allowed() {
        return allowed == null ? Set.of() : allowed;
    }

    /** Whether the path, with a slash behind it, has a route. */
    boolean slashMissing() {
        return slashMissing;
    }

    private @Nullable Declaration walk(Node node, int from, int depth) {
        if (from == path.length()) {
            return end(node.slashed());
        }
        int slash = path.indexOf('/', from);
        int to = slash < 0 ? path.length() : slash;
        Node literal = node.literals().find(path, from, to);
        Declaration found = literal == null ? null : step(literal, slash, depth);
        if (found == null && !node.values().isEmpty()) {
            found = byValue(node.values(), path.substring(from, to), slash, depth);
        }
        if (found == null && !node.paths().isEmpty()) {
            found = byPath(node.paths(), from, depth);
        }
        return found;
    }

    private @Nullable Declaration byValue(List<Node.Edge> edges, String segment, int slash, int depth) {
        for (Node.Edge edge : edges) {
            Object value = edge.read(segment);
            Declaration found = value == null ? null : step(edge.node(), slash, depth + 1);
            if (found != null) {
                values[depth] = value;
                return found;
            }
        }
        return null;
    }

    private @Nullable Declaration byPath(List<Node.Edge> edges, int from, int depth) {
        boolean slashed = path.endsWith("/");
        String rest = path.substring(from, path.length() - (slashed ? 1 : 0));
        for (Node.Edge edge : edges) {
            Object value = edge.read(rest);
            if (value != null) {
                Declaration found = slashed ? end(edge.node().slashed()) : last(edge.node());
                if (found != null) {
                    values[depth] = value;
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Declaration step(Node node, int slash, int depth) {
        return slash < 0 ? last(node) : walk(node, slash + 1, depth);
    }

    /** At a node that no slash follows. */
    private @Nullable Declaration last(Node node) {
        Declaration found = end(node.plain());
        if (found == null && node.slashed().find(method) != null) {
            slashMissing = true;
        }
        return found;
    }

    private @Nullable Declaration end(Ends ends) {
        Declaration found = ends.find(method);
        if (found == null && !ends.allowed().isEmpty()) {
            if (allowed == null) {
                allowed = EnumSet.noneOf(Method.class);
            }
            allowed.addAll(ends.allowed());
        }
        return found;
    }
}
