package nuages.data.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nuages.data.query.Expression;
import nuages.data.query.TimeExpression;
import nuages.data.syntax.Select.Combination;
import nuages.data.syntax.Sort;

/**
 * How a queryset's rows are put in order, taken apart and put together.
 *
 * @param <M> the model
 */
sealed interface Arranging<M extends KeyedModel<?>> permits QuerySet {
    private QuerySet<M> set() {
        return (QuerySet<M>) this;
    }

    /** The same rows the other way round; by the key, if there is no order. */
    default QuerySet<M> reverse() {
        return Limited.all(set().ordered(UnaryOperator.identity()), "reverse()").ordered(Sort::reversed);
    }

    /** No rows at all, without asking the database. */
    default QuerySet<M> none() {
        return set().rows(_ -> Rows.PLAIN.none());
    }

    /**
     * Its rows and those of the other, each once. Each of both keeps its own conditions, order and limit, where an order
     * without a limit says nothing; an order and a limit that come afterwards are of all rows together. What is filtered is
     * filtered before. The same holds for {@link #unionAll}, {@link #intersect} and {@link #except}.
     */
    default QuerySet<M> union(QuerySet<M> other) {
        return Combinations.first(set()).rows(it -> it.with(Combination.UNION, other));
    }

    /** Its rows and those of the other. */
    default QuerySet<M> unionAll(QuerySet<M> other) {
        return Combinations.first(set()).rows(it -> it.with(Combination.UNION_ALL, other));
    }

    /** Its rows that the other has as well. */
    default QuerySet<M> intersect(QuerySet<M> other) {
        return Combinations.first(set()).rows(it -> it.with(Combination.INTERSECT, other));
    }

    /** Its rows that the other has not. */
    default QuerySet<M> except(QuerySet<M> other) {
        return Combinations.first(set()).rows(it -> it.with(Combination.EXCEPT, other));
    }

    /**
     * The rows that come after that one, which need not be there any more: the next page, whatever was inserted before it.
     * The order is of fields of the model, to which the key is added where it is missing.
     *
     * @throws IllegalArgumentException if the order is of something else, or of what may be NULL and does not say where that
     *     goes
     */
    default QuerySet<M> after(M row) {
        return Keyset.after(set(), row);
    }

    /** The rows that come before that one, the nearest first; see {@link #after}. */
    default QuerySet<M> before(M row) {
        return Keyset.after(Keyset.complete(set()).reverse(), row);
    }

    /** The row where it is least, if there is one. */
    default Optional<M> earliest(Expression<M, ?> by) {
        return set().filter(by.isNotNull()).orderBy(by.asc()).first();
    }

    /** The row where it is greatest, if there is one. */
    default Optional<M> latest(Expression<M, ?> by) {
        return set().filter(by.isNotNull()).orderBy(by.desc()).first();
    }

    /** The different dates it has, such as those of {@code Question_.published.startOfMonth(zone)}, in order. */
    default List<LocalDate> dates(TimeExpression<M, LocalDate> date) {
        return set().filter(date.isNotNull()).distinct().orderBy(date.asc()).values(date);
    }

    /** The different times it has, such as those of {@code Question_.published.startOfHour(zone)}, in order. */
    default <T> List<T> times(TimeExpression<M, T> time) {
        return set().filter(time.isNotNull()).distinct().orderBy(time.asc()).values(time);
    }

    /** How the database would find the rows, in its own words. */
    default String explain() {
        return Reads.explain(set());
    }

    /**
     * Objects from a statement of one's own, which has a column for each field, by its name.
     *
     * @throws nuages.data.error.DatabaseException if a column is missing
     */
    default List<M> raw(String sql, Object... parameters) {
        return RawRows.list(set(), sql, parameters);
    }
}
