package nuages.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.CastType;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/**
 * A value that each row has, or that is made of several rows'. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param <T> the Java type of the value
 */
public interface Expression<M, T> {
    /** The part of a statement. */
    Node node();

    /** How its values are kept. */
    Codec<T> codec();

    /** A value of no particular kind. */
    static <M, T> Expression<M, T> of(Node node, Codec<T> codec) {
        record Plain<M, T>(Node node, Codec<T> codec) implements Expression<M, T> {}
        return new Plain<>(node, codec);
    }

    /** A parameter of this expression's type. */
    default Node value(@Nullable T value) {
        return new Node.Value(codec().encodeOrNull(value), codec().kind());
    }

    /** Where it equals the value; null is what no value equals, so see {@link #isNull}. */
    default Condition<M> is(T value) {
        return Condition.of(new Node.Compare(Comparison.EQUAL, node(), value(value)));
    }

    /** Where it equals the other, and neither is NULL. */
    default Condition<M> is(Expression<M, T> other) {
        return Condition.of(new Node.Compare(Comparison.EQUAL, node(), other.node()));
    }

    /** Where it does not equal the value, NULL included. */
    default Condition<M> isNot(T value) {
        return different(value(value));
    }

    /** Where it does not equal the other; one that is NULL differs from one that is not. */
    default Condition<M> isNot(Expression<M, T> other) {
        return different(other.node());
    }

    private Condition<M> different(Node other) {
        boolean known = !node().nullable() && !other.nullable();
        return Condition.of(new Node.Compare(known ? Comparison.UNEQUAL : Comparison.DISTINCT, node(), other));
    }

    /** Where it equals one of the values, however many; of none it never does, and null is what no value equals. */
    default Condition<M> in(Collection<? extends @Nullable T> values) {
        var nodes = new ArrayList<Node>(values.size());
        for (var each : values) {
            if (each != null) {
                nodes.add(value(each));
            }
        }
        return Condition.of(new Node.In(node(), nodes));
    }

    /** Where it equals one of the values. */
    @SuppressWarnings("unchecked")
    default Condition<M> in(T... values) {
        return in(Arrays.asList(values));
    }

    /** Where it equals one of another query's values. */
    default Condition<M> in(Values<T> values) {
        return Condition.of(new Node.InQuery(node(), values.select()));
    }

    /** Where it has no value. */
    default Condition<M> isNull() {
        return Condition.of(new Node.IsNull(node(), false));
    }

    /** Where it has a value. */
    default Condition<M> isNotNull() {
        return Condition.of(new Node.IsNull(node(), true));
    }

    /** It, or the value where it is NULL. */
    default Expression<M, T> coalesce(T otherwise) {
        return of(new Node.Call(Function.COALESCE, List.of(node(), value(otherwise))), codec());
    }

    /** It, or the other where it is NULL. */
    default Expression<M, T> coalesce(Expression<M, T> otherwise) {
        return of(new Node.Call(Function.COALESCE, List.of(node(), otherwise.node())), codec());
    }

    /** It, or NULL where it equals the value. */
    default Expression<M, T> nullIf(T value) {
        return of(new Node.Call(Function.NULL_IF, List.of(node(), value(value))), codec());
    }

    /** As a text, such as each database writes it. */
    default TextExpression<M> asText() {
        return TextExpression.of(new Node.Cast(node(), CastType.TEXT));
    }

    /** How many different values it has. */
    default Aggregate.OfNumber<M, Long> countDistinct() {
        return Aggregate.<M, Long>ofNumber(Function.COUNT, List.of(node()), Codecs.LONG)
                .distinct();
    }

    /** One of its values that is not NULL; which one is up to the database. */
    default Aggregate<M, T> anyValue() {
        return Aggregate.of(Function.ANY_VALUE, List.of(node()), codec());
    }

    /** From the least to the greatest. */
    default Order<M> asc() {
        return new Order<>(new Sort(node(), false, null));
    }

    /** From the greatest to the least. */
    default Order<M> desc() {
        return new Order<>(new Sort(node(), true, null));
    }

    /**
     * A query of single values, of use in others. Immutable; threads share it.
     *
     * @param select the query
     * @param codec how its values are kept
     */
    record Values<T>(Select select, Codec<T> codec) {
        /** Its only value, or NULL if it has no row. */
        public <O> Expression<O, T> value() {
            return of(new Node.Subquery(select), codec);
        }
    }
}
