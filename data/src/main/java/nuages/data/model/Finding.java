package nuages.data.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nuages.data.error.MultipleRows;
import nuages.data.error.RowNotFound;
import nuages.data.query.Field;

/**
 * How single rows of a queryset are found, and those by certain values.
 *
 * @param <M> the model
 */
sealed interface Finding<M extends KeyedModel<?>> permits QuerySet {
    private QuerySet<M> set() {
        return (QuerySet<M>) this;
    }

    /** The first row, if there is one; by the key, if there is no order. */
    default Optional<M> first() {
        return set().ordered(UnaryOperator.identity()).limit(1).list().stream().findFirst();
    }

    /** The last row, if there is one; by the key, if there is no order. */
    default Optional<M> last() {
        return set().reverse().limit(1).list().stream().findFirst();
    }

    /**
     * The only row.
     *
     * @throws RowNotFound if there is none
     * @throws MultipleRows if there are more
     */
    default M one() {
        return optional()
                .orElseThrow(() -> new RowNotFound(
                        "no " + set().type() + " was found, where one was expected: " + this
                                + "\nuse optional() where there may be none.",
                        null));
    }

    /**
     * The only row, if there is one.
     *
     * @throws MultipleRows if there are more
     */
    default Optional<M> optional() {
        var rows = set().limit(2).list();
        if (rows.size() > 1) {
            throw new MultipleRows(
                    "more than one " + set().type() + " was found, where at most one was expected: " + this
                            + "\nnarrow the condition, or use first() or list().",
                    null);
        }
        return rows.stream().findFirst();
    }

    /** The row with that key, if it is one of these. */
    default Optional<M> find(Object key) {
        var type = set().type();
        Lookups.key(type);
        var found = Limited.once(set(), "find()").narrowed(Keys.is(type, key)).list();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /**
     * The row with that key.
     *
     * @throws RowNotFound if it is not one of these
     */
    default M get(Object key) {
        return find(key)
                .orElseThrow(() -> new RowNotFound(
                        "there is no " + set().type() + " with key " + key + ".\nuse find() where it may be missing.",
                        null));
    }

    /** The rows with these keys, by the keys as they are given; those that are missing are left out. */
    default <K> Map<K, M> inBulk(Collection<K> keys) {
        return Reads.inBulk(set(), keys);
    }

    /** The rows with these values of a unique field, by the values as they are given; those that are missing are left out. */
    default <K> Map<K, M> inBulk(Field<M, K> field, Collection<K> values) {
        return Reads.inBulk(set(), field, values);
    }

    /** Whether that row is one of these. */
    default boolean contains(M row) {
        return !row.isNew()
                && Limited.once(set(), "contains()")
                        .narrowed(Reads.isRow(set().type(), row))
                        .exists();
    }
}
