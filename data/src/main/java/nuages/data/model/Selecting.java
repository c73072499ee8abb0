package nuages.data.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.row.Into;

/**
 * What a queryset can select instead of its objects. What is selected beside an aggregate says which rows make a group,
 * unless {@code groupBy} does.
 *
 * @param <M> the model
 */
sealed interface Selecting<M extends KeyedModel<?>> permits QuerySet {
    private QuerySet<M> set() {
        return (QuerySet<M>) this;
    }

    /** The values of one column or expression. */
    default <A> List<A> values(Expression<M, A> a) {
        return Selections.list(set(), Selections::first, a);
    }

    /** The values of one column or expression, each made into something. */
    default <A, R> List<R> select(Function<? super A, R> into, Expression<M, A> a) {
        return Selections.list(set(), Making.of(into), a);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, R> List<R> select(BiFunction<? super A, ? super B, R> into, Expression<M, A> a, Expression<M, B> b) {
        return Selections.list(set(), Making.of(into), a, b);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, C, R> List<R> select(
            Into.Of3<? super A, ? super B, ? super C, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c) {
        return Selections.list(set(), Making.of(into), a, b, c);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, C, D, R> List<R> select(
            Into.Of4<? super A, ? super B, ? super C, ? super D, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d) {
        return Selections.list(set(), Making.of(into), a, b, c, d);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, C, D, E, R> List<R> select(
            Into.Of5<? super A, ? super B, ? super C, ? super D, ? super E, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e) {
        return Selections.list(set(), Making.of(into), a, b, c, d, e);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, C, D, E, F, R> List<R> select(
            Into.Of6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Expression<M, F> f) {
        return Selections.list(set(), Making.of(into), a, b, c, d, e, f);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, C, D, E, F, G, R> List<R> select(
            Into.Of7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Expression<M, F> f,
            Expression<M, G> g) {
        return Selections.list(set(), Making.of(into), a, b, c, d, e, f, g);
    }

    /** The values of these, those of each row made into something. */
    default <A, B, C, D, E, F, G, H, R> List<R> select(
            Into.Of8<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d,
            Expression<M, E> e,
            Expression<M, F> f,
            Expression<M, G> g,
            Expression<M, H> h) {
        return Selections.list(set(), Making.of(into), a, b, c, d, e, f, g, h);
    }

    /** Each object with a value beside it, made into something. */
    default <A, R> List<R> annotate(BiFunction<? super M, ? super A, R> into, Expression<M, A> a) {
        return Selections.annotated(set(), (row, it) -> into.apply(row, Selections.<A>at(it, 0)), a);
    }

    /** Each object with two values beside it, made into something. */
    default <A, B, R> List<R> annotate(
            Into.Of3<? super M, ? super A, ? super B, R> into, Expression<M, A> a, Expression<M, B> b) {
        return Selections.annotated(
                set(), (row, it) -> into.of(row, Selections.<A>at(it, 0), Selections.<B>at(it, 1)), a, b);
    }

    /** Each object with three values beside it, made into something. */
    default <A, B, C, R> List<R> annotate(
            Into.Of4<? super M, ? super A, ? super B, ? super C, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c) {
        return Selections.annotated(
                set(),
                (row, it) -> into.of(row, Selections.<A>at(it, 0), Selections.<B>at(it, 1), Selections.<C>at(it, 2)),
                a,
                b,
                c);
    }

    /** One value made of all its rows; empty where it is NULL, as a sum of no rows is. */
    default <A> Optional<A> aggregate(Expression<M, A> a) {
        return Optional.ofNullable(Selections.aggregate(set(), it -> Selections.<A>at(it, 0), a));
    }

    /** Two values made of all its rows. */
    default <A, B, R> R aggregate(BiFunction<? super A, ? super B, R> into, Expression<M, A> a, Expression<M, B> b) {
        return Objects.requireNonNull(
                Selections.aggregate(set(), it -> into.apply(Selections.<A>at(it, 0), Selections.<B>at(it, 1)), a, b));
    }

    /** Three values made of all its rows. */
    default <A, B, C, R> R aggregate(
            Into.Of3<? super A, ? super B, ? super C, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c) {
        return Objects.requireNonNull(Selections.aggregate(
                set(),
                it -> into.of(Selections.<A>at(it, 0), Selections.<B>at(it, 1), Selections.<C>at(it, 2)),
                a,
                b,
                c));
    }

    /** Four values made of all its rows. */
    default <A, B, C, D, R> R aggregate(
            Into.Of4<? super A, ? super B, ? super C, ? super D, R> into,
            Expression<M, A> a,
            Expression<M, B> b,
            Expression<M, C> c,
            Expression<M, D> d) {
        return Objects.requireNonNull(Selections.aggregate(
                set(),
                it -> into.of(
                        Selections.<A>at(it, 0),
                        Selections.<B>at(it, 1),
                        Selections.<C>at(it, 2),
                        Selections.<D>at(it, 3)),
                a,
                b,
                c,
                d));
    }

    /** Only the groups for which the condition, which is about aggregates, holds. */
    default QuerySet<M> having(Condition<M> condition) {
        return Limited.rows(Combinations.refuse(set(), "having()"), "having()").rows(it -> it.having(condition.node()));
    }

    /** Its values of one column or expression, of use in other queries. */
    default <A> Expression.Values<A> subquery(Expression<M, A> a) {
        return new Expression.Values<>(Reads.select(Reads.needed(set()), List.of(a.node())), a.codec());
    }

    /** Where it has rows, as a condition of another query. */
    default <O> Condition<O> hasRows() {
        return Selections.exists(set());
    }
}
