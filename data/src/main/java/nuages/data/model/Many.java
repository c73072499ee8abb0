package nuages.data.model;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import nuages.data.error.NotFetched;
import nuages.data.query.Condition;

/**
 * The rows that refer to one row. Not for use by several threads at a time.
 *
 * @param <T> the model of the rows
 */
public final class Many<T extends KeyedModel<?>> implements Iterable<T> {
    private final KeyedModel<?> owner;
    private final ForeignKeyField<T, ?, ?> field;

    Many(KeyedModel<?> owner, ForeignKeyField<T, ?, ?> field) {
        this.owner = owner;
        this.field = field;
    }

    /**
     * The rows, which were fetched before; never queries.
     *
     * @throws NotFetched if they were not
     */
    @SuppressWarnings("unchecked")
    public List<T> get() {
        var rows = owner.fetched(field);
        if (rows == null) {
            var type = ModelType.of(owner.getClass());
            throw new NotFetched("the rows that refer to this " + type + " by " + field.name()
                    + " were not fetched, and get() never queries.\nadd .withMany(…) to the query of " + type
                    + ", or call fetch(), which queries for all rows of its result.");
        }
        return (List<T>) rows;
    }

    /** The rows. If they were not fetched, one query fetches them for all rows that were read together with this one. */
    public List<T> fetch() {
        if (owner.fetched(field) == null) {
            var peers = owner.peers;
            var owners = peers == null ? List.of(owner) : peers.all();
            Prefetches.fetch(owners, new Query.Prefetch(field, rows()), rows().database());
        }
        return get();
    }

    @SuppressWarnings("unchecked")
    private QuerySet<T> rows() {
        var model = (Class<T>) field.owner();
        var all = QuerySet.of(model);
        return owner.peers == null ? all : all.on(owner.peers.database());
    }

    /** The rows as a queryset. */
    public QuerySet<T> all() {
        return rows().filter(Condition.of(Reads.refersTo(field, owner)));
    }

    /** Those for which all conditions hold. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final QuerySet<T> filter(Condition<T>... conditions) {
        return all().filter(conditions);
    }

    /** How many there are; queries. */
    public long count() {
        return all().count();
    }

    /** Makes a new row that refers to this one, after the lambda has set its other fields, and saves it. */
    public T create(Consumer<? super T> fields) {
        return rows().create(row -> {
            var type = rows().type();
            type.set(row, type.place(field.name()), Objects.requireNonNull(field.refTo(owner)));
            fields.accept(row);
        });
    }

    /** Of the rows that were fetched before; never queries. */
    @Override
    public Iterator<T> iterator() {
        return get().iterator();
    }
}
