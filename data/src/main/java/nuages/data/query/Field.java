package nuages.data.query;

import nuages.data.row.Codec;
import nuages.data.syntax.Node;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model. Immutable; threads share it.
 *
 * @param <M> the model that has it, or the one it was reached from
 * @param <T> the Java type of the value
 */
public interface Field<M, T> extends Expression<M, T> {
    /** Its name in Java. */
    String name();

    @Override
    Node.Column node();

    /** Gives it a value. */
    default Assignment<M> to(@Nullable T value) {
        return new Assignment<>(name(), node().name(), value(value));
    }

    /** Gives it what the expression is. */
    default Assignment<M> to(Expression<M, T> value) {
        return new Assignment<>(name(), node().name(), value.node());
    }

    /** A field of which nothing is known but that its values are equal or not. */
    static <M, T> Field<M, T> of(String name, Node.Column node, Codec<T> codec) {
        record Plain<M, T>(String name, Node.Column node, Codec<T> codec) implements Field<M, T> {}
        return new Plain<>(name, node, codec);
    }
}
