package nuages.data.query;

import nuages.data.row.Codec;
import nuages.data.syntax.Node;

/**
 * A point in time, a date or a time of day. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public interface TimeExpression<M, T> extends OrderedExpression<M, T> {
    /** A time that is a part of a statement. */
    static <M, T> TimeExpression<M, T> of(Node node, Codec<T> codec) {
        record Plain<M, T>(Node node, Codec<T> codec) implements TimeExpression<M, T> {}
        return new Plain<>(node, codec);
    }

    /** Where it is earlier. */
    default Condition<M> before(T value) {
        return lt(value);
    }

    /** Where it is later. */
    default Condition<M> after(T value) {
        return gt(value);
    }
}
