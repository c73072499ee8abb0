package nuages.data.query;

import nuages.data.syntax.Sort;

/**
 * Something that rows are ordered by. Immutable; threads share it.
 *
 * @param <M> the model whose rows it is about
 * @param sort the part of a statement
 */
public record Order<M>(Sort sort) {
    /** The same with NULL before everything else. */
    public Order<M> nullsFirst() {
        return new Order<>(new Sort(sort.operand(), sort.descending(), true));
    }

    /** The same with NULL after everything else. */
    public Order<M> nullsLast() {
        return new Order<>(new Sort(sort.operand(), sort.descending(), false));
    }

    /** The other way round. */
    public Order<M> reversed() {
        return new Order<>(sort.reversed());
    }
}
