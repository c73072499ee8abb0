package nuages.data.query;

import nuages.data.row.Codec;
import nuages.data.syntax.Node;

/**
 * A field of numbers. Immutable; threads share it.
 *
 * @param <M> the model that has it, or the one it was reached from
 * @param <N> the Java type of the number
 * @param name its name in Java
 * @param node the column
 * @param codec how its values are kept
 */
public record NumberField<M, N extends Number>(String name, Node.Column node, Codec<N> codec)
        implements Field<M, N>, NumberExpression<M, N> {}
