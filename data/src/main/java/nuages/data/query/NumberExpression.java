package nuages.data.query;

import java.math.BigDecimal;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.CastType;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Operator;

/**
 * A number. Immutable; threads share it.
 *
 * <p>Results are of the type of the first operand. Whole numbers are divided without what remains, decimal ones to ten
 * places; where the divisor is 0 the result is NULL. SQLite computes with decimals as with {@code double}.
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

    /** An expression whose values are numbers, to be computed with. */
    static <M, N extends Number> NumberExpression<M, N> of(Expression<M, N> of) {
        return of(of.node(), of.codec());
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

    /** The quotient. */
    default NumberExpression<M, N> dividedBy(N other) {
        return dividedBy(value(other));
    }

    /** The quotient. */
    default NumberExpression<M, N> dividedBy(Expression<M, N> other) {
        return dividedBy(other.node());
    }

    private NumberExpression<M, N> dividedBy(Node other) {
        if (Codecs.whole(codec())) {
            return with(Operator.DIVIDE_WHOLE, other);
        }
        if (!Codecs.decimal(codec())) {
            return with(Operator.DIVIDE, other);
        }
        var quotient = new Node.Arithmetic(Operator.DIVIDE, new Node.Cast(node(), CastType.DECIMAL), other);
        return of(new Node.Call(Function.ROUND, List.of(quotient, Codecs.number(10))), Codecs.computed(codec()));
    }

    /** What remains of a division, with the sign of this number. */
    default NumberExpression<M, N> modulo(N other) {
        return with(Codecs.whole(codec()) ? Operator.MODULO : Operator.MODULO_REAL, value(other));
    }

    /** What remains of a division, with the sign of this number. */
    default NumberExpression<M, N> modulo(Expression<M, N> other) {
        return with(Codecs.whole(codec()) ? Operator.MODULO : Operator.MODULO_REAL, other.node());
    }

    /** The bits that both have; of whole numbers. */
    default NumberExpression<M, N> bitAnd(N other) {
        return with(Operator.BIT_AND, value(other));
    }

    /** The bits that one has; of whole numbers. */
    default NumberExpression<M, N> bitOr(N other) {
        return with(Operator.BIT_OR, value(other));
    }

    /** The bits that just one has; of whole numbers. */
    default NumberExpression<M, N> bitXor(N other) {
        return with(Operator.BIT_XOR, value(other));
    }

    /** The bits moved up by so many places; of whole numbers. */
    default NumberExpression<M, N> shiftLeft(int places) {
        return with(Operator.SHIFT_LEFT, Codecs.number(places));
    }

    /** The bits moved down by so many places; of whole numbers. */
    default NumberExpression<M, N> shiftRight(int places) {
        return with(Operator.SHIFT_RIGHT, Codecs.number(places));
    }

    private NumberExpression<M, N> with(Operator operator, Node other) {
        return of(new Node.Arithmetic(operator, node(), other), Codecs.computed(codec()));
    }

    /** The number with the other sign. */
    default NumberExpression<M, N> negated() {
        return call(Function.NEGATE, codec());
    }

    /** The number without its sign. */
    default NumberExpression<M, N> abs() {
        return call(Function.ABS, codec());
    }

    /** -1, 0 or 1. */
    default NumberExpression<M, Integer> sign() {
        return call(Function.SIGN, Codecs.INTEGER);
    }

    /** The next whole number above it. */
    default NumberExpression<M, N> ceiling() {
        return call(Function.CEILING, Codecs.computed(codec()));
    }

    /** The next whole number below it. */
    default NumberExpression<M, N> floor() {
        return call(Function.FLOOR, Codecs.computed(codec()));
    }

    /** Rounded to so many places, of which there may be none. */
    default NumberExpression<M, N> round(int places) {
        return call(Function.ROUND, Codecs.computed(codec()), Codecs.number(places));
    }

    /** To the power of that number. */
    default NumberExpression<M, Double> power(double exponent) {
        return call(Function.POWER, Codecs.DOUBLE, Node.Value.of(exponent));
    }

    /** The square root; NULL or, on PostgreSQL, an error if it is negative. */
    default NumberExpression<M, Double> sqrt() {
        return call(Function.SQRT, Codecs.DOUBLE);
    }

    /** The logarithm to that base. */
    default NumberExpression<M, Double> log(double base) {
        List<Node> arguments = List.of(Node.Value.of(base), new Node.Cast(node(), CastType.REAL));
        return of(new Node.Call(Function.LOG, arguments), Codecs.DOUBLE);
    }

    private <R extends Number> NumberExpression<M, R> call(Function function, Codec<R> codec) {
        return of(new Node.Call(function, List.of(node())), codec);
    }

    private <R extends Number> NumberExpression<M, R> call(Function function, Codec<R> codec, Node argument) {
        return of(new Node.Call(function, List.of(node(), argument)), codec);
    }

    /** The same number as a whole one of 64 bits. */
    default NumberExpression<M, Long> asLong() {
        return of(new Node.Cast(node(), CastType.BIG_INTEGER), Codecs.LONG);
    }

    /** The same number as a floating-point one. */
    default NumberExpression<M, Double> asDouble() {
        return of(new Node.Cast(node(), CastType.REAL), Codecs.DOUBLE);
    }

    /** The same number as a decimal one. */
    default NumberExpression<M, BigDecimal> asDecimal() {
        return of(new Node.Cast(node(), CastType.DECIMAL), Codecs.DECIMAL);
    }

    /** Whether it is another number than 0. */
    default Expression<M, Boolean> asTruth() {
        return Expression.of(new Node.Cast(node(), CastType.BOOL), Codecs.BOOLEAN);
    }

    /** The character with that number in Unicode. */
    default TextExpression<M> asCharacter() {
        return TextExpression.of(new Node.Call(Function.CHARACTER, List.of(node())));
    }

    /** The sum over all rows, which may need {@link #asLong} before; NULL of none. */
    default Aggregate.OfNumber<M, N> sum() {
        return Aggregate.ofNumber(Function.SUM, List.of(node()), codec());
    }

    /**
     * The average over all rows; NULL of none. Of decimal numbers, too, it is as precise as a {@code double};
     * {@code sum().asDecimal().dividedBy(count().asDecimal())} has ten places, but on SQLite.
     */
    default Aggregate.OfNumber<M, Double> avg() {
        return Aggregate.ofNumber(Function.AVG, List.of(node()), Codecs.DOUBLE);
    }

    @Override
    default Aggregate.OfNumber<M, N> min() {
        return Aggregate.ofNumber(Function.MIN, List.of(node()), codec());
    }

    @Override
    default Aggregate.OfNumber<M, N> max() {
        return Aggregate.ofNumber(Function.MAX, List.of(node()), codec());
    }

    /** The bits that all rows have; of whole numbers, and NULL of none. */
    default Aggregate.OfNumber<M, N> bitAnd() {
        return Aggregate.ofNumber(Function.BIT_AND, List.of(node()), codec());
    }

    /** The bits that one row has; of whole numbers, and NULL of none. */
    default Aggregate.OfNumber<M, N> bitOr() {
        return Aggregate.ofNumber(Function.BIT_OR, List.of(node()), codec());
    }

    /** The bits that an odd number of rows has; of whole numbers, and NULL of none. */
    default Aggregate.OfNumber<M, N> bitXor() {
        return Aggregate.ofNumber(Function.BIT_XOR, List.of(node()), codec());
    }

    /** The standard deviation over all rows. */
    default Aggregate.OfNumber<M, Double> stdDev() {
        return Aggregate.ofNumber(Function.STD_DEV, List.of(node()), Codecs.DOUBLE);
    }

    /** The standard deviation, where the rows are a sample; NULL of less than two. */
    default Aggregate.OfNumber<M, Double> stdDevOfSample() {
        return Aggregate.ofNumber(Function.STD_DEV_SAMPLE, List.of(node()), Codecs.DOUBLE);
    }

    /** The variance over all rows. */
    default Aggregate.OfNumber<M, Double> variance() {
        return Aggregate.ofNumber(Function.VARIANCE, List.of(node()), Codecs.DOUBLE);
    }

    /** The variance, where the rows are a sample; NULL of less than two. */
    default Aggregate.OfNumber<M, Double> varianceOfSample() {
        return Aggregate.ofNumber(Function.VARIANCE_SAMPLE, List.of(node()), Codecs.DOUBLE);
    }

    @Override
    default NumberExpression<M, N> coalesce(N otherwise) {
        return of(OrderedExpression.super.coalesce(otherwise));
    }

    @Override
    default NumberExpression<M, N> coalesce(Expression<M, N> otherwise) {
        return of(OrderedExpression.super.coalesce(otherwise));
    }

    @Override
    default NumberExpression<M, N> nullIf(N value) {
        return of(OrderedExpression.super.nullIf(value));
    }
}
