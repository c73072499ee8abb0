package nuages.data.query;

import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;

/**
 * A value that is greater or less than others. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public interface OrderedExpression<M, T> extends Expression<M, T> {
    /** Where it is greater. */
    default Condition<M> gt(T value) {
        return Condition.of(new Node.Compare(Comparison.GREATER, node(), value(value)));
    }

    /** Where it is greater than the other. */
    default Condition<M> gt(Expression<M, T> other) {
        return Condition.of(new Node.Compare(Comparison.GREATER, node(), other.node()));
    }

    /** Where it is greater or equal. */
    default Condition<M> gte(T value) {
        return Condition.of(new Node.Compare(Comparison.AT_LEAST, node(), value(value)));
    }

    /** Where it is greater than the other or equal to it. */
    default Condition<M> gte(Expression<M, T> other) {
        return Condition.of(new Node.Compare(Comparison.AT_LEAST, node(), other.node()));
    }

    /** Where it is less. */
    default Condition<M> lt(T value) {
        return Condition.of(new Node.Compare(Comparison.LESS, node(), value(value)));
    }

    /** Where it is less than the other. */
    default Condition<M> lt(Expression<M, T> other) {
        return Condition.of(new Node.Compare(Comparison.LESS, node(), other.node()));
    }

    /** Where it is less or equal. */
    default Condition<M> lte(T value) {
        return Condition.of(new Node.Compare(Comparison.AT_MOST, node(), value(value)));
    }

    /** Where it is less than the other or equal to it. */
    default Condition<M> lte(Expression<M, T> other) {
        return Condition.of(new Node.Compare(Comparison.AT_MOST, node(), other.node()));
    }

    /** Where it is between the two, both included. */
    default Condition<M> between(T from, T to) {
        return Condition.of(new Node.Between(node(), value(from), value(to)));
    }

    /** The least of all rows. */
    default Aggregate<M, T> min() {
        return Aggregate.of(Function.MIN, List.of(node()), codec());
    }

    /** The greatest of all rows. */
    default Aggregate<M, T> max() {
        return Aggregate.of(Function.MAX, List.of(node()), codec());
    }

    /** An expression whose values are in an order that the database and Java agree on. */
    static <M, T> OrderedExpression<M, T> of(Expression<M, T> of) {
        record Plain<M, T>(Node node, Codec<T> codec) implements OrderedExpression<M, T> {}
        return new Plain<>(of.node(), of.codec());
    }

    /** In how many rows it has a value. A foreign key counts the rows that refer by it instead. */
    default Aggregate.OfNumber<M, Long> count() {
        return Aggregate.ofNumber(Function.COUNT, List.of(node()), Codecs.LONG);
    }
}
