package nuages.data.model;

import java.util.List;
import java.util.Optional;
import nuages.data.error.NotFetched;

/**
 * The row that refers to one row, if there is one. Not for use by several threads at a time.
 *
 * @param <T> the model of the row
 */
public final class One<T extends KeyedModel<?>> {
    private final KeyedModel<?> owner;
    private final OneToOneField<T, ?, ?> field;
    private final ReferringRows<T> side;

    One(KeyedModel<?> owner, OneToOneField<T, ?, ?> field) {
        this.owner = owner;
        this.field = field;
        this.side = new ReferringRows<>(owner, field);
    }

    /**
     * The row, which was fetched before; never queries.
     *
     * @throws NotFetched if it was not asked for
     */
    @SuppressWarnings("unchecked")
    public Optional<T> get() {
        var rows = (List<T>) owner.fetched(field);
        if (rows == null) {
            var type = ModelType.of(owner.getClass());
            throw new NotFetched("the " + field.owner().getSimpleName() + " that refers to this " + type + " by "
                    + field.name() + " was not fetched, and get() never queries.\nadd " + side.adding()
                    + " to the query of " + type + ", or call fetch(), which queries for all rows of its result.");
        }
        return rows.stream().findFirst();
    }

    /** The row. If it was not fetched, one query fetches those of all rows that were read together with this one. */
    public Optional<T> fetch() {
        side.fetch();
        return get();
    }
}
