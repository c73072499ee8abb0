package nuages.data.query;

import java.util.ArrayList;
import java.util.List;
import nuages.data.syntax.Node;

/**
 * Something that is true of a row or not. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 */
public final class Condition<M> {
    private final Node node;

    private Condition(Node node) {
        this.node = node;
    }

    /** A condition as a part of a statement. */
    public static <M> Condition<M> of(Node node) {
        return new Condition<>(node);
    }

    /** True where all are; of none, everywhere. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> Condition<M> all(Condition<M>... conditions) {
        return join(true, List.of(conditions));
    }

    /** True where one is; of none, nowhere. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M> Condition<M> any(Condition<M>... conditions) {
        return join(false, List.of(conditions));
    }

    private static <M> Condition<M> join(boolean all, List<Condition<M>> conditions) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        var nodes = new ArrayList<Node>(conditions.size());
        for (var each : conditions) {
            if (each.node instanceof Node.Junction it && it.all() == all) {
                nodes.addAll(it.operands());
            } else {
                nodes.add(each.node);
            }
        }
        return new Condition<>(new Node.Junction(all, nodes));
    }

    /** True where both are. */
    public Condition<M> and(Condition<M> other) {
        return join(true, List.of(this, other));
    }

    /** True where one of them is, or both. */
    public Condition<M> or(Condition<M> other) {
        return join(false, List.of(this, other));
    }

    /** True where just one of them is. */
    public Condition<M> xor(Condition<M> other) {
        return and(other.not()).or(not().and(other));
    }

    /** True wherever this is not: where it is false, and where it is unknown because something is NULL. */
    public Condition<M> not() {
        return new Condition<>(node instanceof Node.Not it ? it.operand() : new Node.Not(node));
    }

    /** The part of a statement. */
    public Node node() {
        return node;
    }
}
