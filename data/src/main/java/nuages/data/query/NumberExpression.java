package nuages.data.query;

import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Operator;

/**
 * A number. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param <N> the Java type of the number
 */
public interface NumberExpression<M, N extends Number> extends OrderedExpression<M, N> {
    /** A number that is a part of a statement. */
    static <M, N extends Number> NumberExpression<M, N> of(Node node, Codec<N> codec) {
        record Plain<M, N extends Number>(Node node, Codec<N> codec) implements NumberExpression<M, N> {}
        return new Plain<>(node, codec);
    }

    /** The sum of both. */
    default NumberExpression<M, N> plus(N other) {
        return with(Operator.PLUS, value(other));
    }

    /** The sum of both. */
    default NumberExpression<M, N> plus(Expression<M, N> other) {
        return with(Operator.PLUS, other.node());
    }

    /** The difference. */
    default NumberExpression<M, N> minus(N other) {
        return with(Operator.MINUS, value(other));
    }

    /** The difference. */
    default NumberExpression<M, N> minus(Expression<M, N> other) {
        return with(Operator.MINUS, other.node());
    }

    /** The product. */
    default NumberExpression<M, N> times(N other) {
        return with(Operator.TIMES, value(other));
    }

    /** The product. */
    default NumberExpression<M, N> times(Expression<M, N> other) {
        return with(Operator.TIMES, other.node());
    }

    private NumberExpression<M, N> with(Operator operator, Node other) {
        return of(new Node.Arithmetic(operator, node(), other), codec());
    }

    /** The sum over all rows. */
    default NumberExpression<M, N> sum() {
        return of(new Node.Aggregate(Function.SUM, List.of(node()), false, null, List.of()), codec());
    }

    /** The average over all rows. */
    default NumberExpression<M, Double> avg() {
        return of(new Node.Aggregate(Function.AVG, List.of(node()), false, null, List.of()), Codec.of(Double.class));
    }
}
