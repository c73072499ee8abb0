package nuages.data.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import nuages.data.error.NotFetched;
import nuages.data.query.Condition;

/**
 * The rows that belong to one row: that refer to it by a foreign key, or that a table between the two leads to. Not for
 * use by several threads at a time.
 *
 * @param <T> the model of the rows
 */
public final class Many<T extends KeyedModel<?>> implements Iterable<T> {
    private final KeyedModel<?> owner;
    private final Side<T> side;

    Many(KeyedModel<?> owner, Side<T> side) {
        this.owner = owner;
        this.side = side;
    }

    /**
     * The rows, which were fetched before; never queries.
     *
     * @throws NotFetched if they were not
     */
    @SuppressWarnings("unchecked")
    public List<T> get() {
        var rows = owner.fetched(side.relation());
        if (rows == null) {
            var type = ModelType.of(owner.getClass());
            throw new NotFetched("the rows of " + side.shown() + " for this " + type
                    + " were not fetched, and get() never queries.\nadd " + side.adding() + " to the query of "
                    + type + ", or call fetch(), which queries for all rows of its result.");
        }
        return (List<T>) rows;
    }

    /** The rows. If they were not fetched, one query fetches them for all rows that were read together with this one. */
    public List<T> fetch() {
        side.fetch();
        return get();
    }

    /** The rows as a queryset. */
    public QuerySet<T> all() {
        return side.all();
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

    /** Makes a new row that belongs to this one, after the lambda has set its other fields, and saves it. */
    public T create(Consumer<? super T> fields) {
        return side.create(fields);
    }

    /** Lets these rows belong to this one as well; those that do already stay as they are. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void add(T... rows) {
        add(Arrays.asList(rows));
    }

    /** Lets these rows belong to this one as well; those that do already stay as they are. */
    public void add(Collection<? extends T> rows) {
        side.add(rows);
    }

    /** Lets these rows belong to this one no more; the rows themselves stay. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void remove(T... rows) {
        remove(Arrays.asList(rows));
    }

    /**
     * Lets these rows belong to this one no more; the rows themselves stay.
     *
     * @throws IllegalStateException if a row cannot be without one to belong to
     */
    public void remove(Collection<? extends T> rows) {
        side.remove(rows);
    }

    /** Lets just these rows belong to this one: adds those that are missing, and removes the others. */
    public void set(Collection<? extends T> rows) {
        Keys.ofSaved(owner);
        var database = Objects.requireNonNull(owner.peers).database();
        database.atomic(() -> {
            var there = all().list();
            var wanted = new HashSet<Object>();
            rows.forEach(row -> wanted.add(Keys.ofSaved(row)));
            var before = new HashSet<Object>();
            there.forEach(row -> before.add(Keys.of(row)));
            var gone =
                    there.stream().filter(it -> !wanted.contains(Keys.of(it))).toList();
            if (!gone.isEmpty()) {
                remove(gone);
            }
            add(rows.stream().filter(it -> !before.contains(Keys.of(it))).toList());
        });
    }

    /**
     * Lets no row belong to this one; the rows themselves stay.
     *
     * @throws IllegalStateException if a row cannot be without one to belong to
     */
    public void clear() {
        side.clear();
    }

    /** Of the rows that were fetched before; never queries. */
    @Override
    public Iterator<T> iterator() {
        return get().iterator();
    }
}
