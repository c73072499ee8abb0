package nuages.data.query;

import nuages.data.row.Codec;
import nuages.data.syntax.Node;

/**
 * A field of JSON. Immutable; threads share it.
 *
 * @param <M> the model that has it, or the one it was reached from
 * @param <T> the Java type of the value
 * @param name its name in Java
 * @param node the column
 * @param codec how its values are kept
 */
public record JsonField<M, T>(String name, Node.Column node, Codec<T> codec)
        implements Field<M, T>, JsonExpression<M, T> {}
