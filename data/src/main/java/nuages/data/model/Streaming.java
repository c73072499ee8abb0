package nuages.data.model;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nuages.data.query.Expression;
import nuages.data.row.Into;

/**
 * How a queryset hands over what it selects as it arrives, holding a bounded number of rows.
 *
 * @param <M> the model
 */
sealed interface Streaming<M extends KeyedModel<?>> permits QuerySet {
    private QuerySet<M> set() {
        return (QuerySet<M>) this;
    }

    /** Hands over the values of one column or expression. */
    default <A> void forEach(Expression<M, A> a, Consumer<? super A> each) {
        Selections.<A>forEach(set(), Selections::first, each, a);
    }

    /** Hands over what is made of the value of each row. */
    default <A, R> void forEach(Function<? super A, R> into, Expression<M, A> a, Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, R> void forEach(
            BiFunction<? super A, ? super B, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, C, R> void forEach(
            Into.Of3<? super A, ? super B, ? super C, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b, c);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, C, D, R> void forEach(
            Into.Of4<? super A, ? super B, ? super C, ? super D, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b, c, d);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, C, D, E, R> void forEach(
            Into.Of5<? super A, ? super B, ? super C, ? super D, ? super E, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b, c, d, e);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, C, D, E, F, R> void forEach(
            Into.Of6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Expression<M, F> f,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b, c, d, e, f);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, C, D, E, F, G, R> void forEach(
            Into.Of7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Expression<M, F> f,
            Expression<M, G> g,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b, c, d, e, f, g);
    }

    /** Hands over what is made of the values of each row. */
    default <A, B, C, D, E, F, G, H, R> void forEach(
            Into.Of8<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Expression<M, F> f,
            Expression<M, G> g,
            Expression<M, H> h,
            Consumer<? super R> each) {
        Selections.forEach(set(), Making.of(into), each, a, b, c, d, e, f, g, h);
    }

    /** Hands over what is made of any number of values of each row. */
    default <R> void forEach(Into.OfAll<R> into, List<? extends Expression<M, ?>> columns, Consumer<? super R> each) {
        Selections.<R>forEach(set(), into::of, each, columns.toArray(Expression<?, ?>[]::new));
    }
}
