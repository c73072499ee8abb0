package nuages.data.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuages.data.query.Field;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as an object, with a key of the user's choice. Plain fields, nothing intercepts a write. Not for use by
 * several threads at a time.
 *
 * @param <K> the Java type of the key
 */
@Mapped
public abstract class KeyedModel<K> {
    /** Where it was read from or saved to; null while it is new. */
    @Nullable
    Peers peers;

    private @Nullable Map<Object, List<?>> fetched;

    /** For models. */
    protected KeyedModel() {}

    /**
     * Writes all fields: a new row, or all columns of the one it came from.
     *
     * @throws nuages.data.error.RowNotFound if that row is no longer there
     * @throws StaleRow if it has a version, and somebody else has saved the row since it was read
     * @throws nuages.data.error.ConstraintViolated if the row breaks a constraint of the table
     */
    public void save() {
        Saver.of(this).save();
    }

    /**
     * Writes only these fields, and those that each save fills in, of a row that is there already.
     *
     * @throws nuages.data.error.RowNotFound if the row is no longer there
     * @throws StaleRow if it has a version, and somebody else has saved the row since it was read
     */
    public void save(Field<?, ?> first, Field<?, ?>... others) {
        Saver.of(this).save(first, others);
    }

    /**
     * Writes a new row, even if the object came from one.
     *
     * @throws nuages.data.error.ConstraintViolated if there is a row with its key already
     */
    public void insert() {
        Saver.of(this).insert();
    }

    /**
     * Writes all fields of the row with its key, even if the object did not come from it.
     *
     * @throws nuages.data.error.RowNotFound if there is no such row
     */
    public void update() {
        Saver.of(this).update();
    }

    /**
     * Deletes the row, and what its deletion entails by {@code onDelete} of what refers to it.
     *
     * @return how many rows
     * @throws nuages.data.model.ProtectedRows if rows refer to it that forbid it
     */
    public Deleted delete() {
        return Saver.of(this).delete();
    }

    /**
     * What was deleted. What the database deletes by itself is not counted. Immutable.
     *
     * @param rows how many rows of each model
     * @param links how many rows of tables between models
     */
    public record Deleted(Map<Class<? extends KeyedModel<?>>, Long> rows, long links) {
        /** Copies the numbers. */
        public Deleted {
            rows = Map.copyOf(rows);
        }

        /** How many rows of that model. */
        public long of(Class<? extends KeyedModel<?>> model) {
            return rows.getOrDefault(model, 0L);
        }

        /** How many rows altogether. */
        public long total() {
            return rows.values().stream().mapToLong(it -> it).sum() + links;
        }
    }

    /**
     * Reads all fields anew.
     *
     * @throws nuages.data.error.RowNotFound if the row is no longer there
     */
    public void refresh() {
        Saver.of(this).refresh();
    }

    /**
     * Reads only these fields anew.
     *
     * @throws nuages.data.error.RowNotFound if the row is no longer there
     */
    public void refresh(Field<?, ?> first, Field<?, ?>... others) {
        Saver.of(this).refresh(first, others);
    }

    /**
     * Checks what can be known before it is saved: what its fields are annotated with, that no other row has its unique
     * values, and the check constraints of its table. Saving does not do so by itself.
     *
     * @throws InvalidModel if something is wrong, with all that is
     */
    public void validate() {
        Saver.of(this).validate();
    }

    /** Called before it is written, for models to override; {@link #isNew()} tells whether it is new. */
    protected void beforeSave() {}

    /** Called after it was written. Outside of {@code atomic}, what has been written stays even if this fails. */
    protected void afterSave(boolean created) {}

    /** Called before its row is deleted. */
    protected void beforeDelete() {}

    /** Called after its row was deleted. */
    protected void afterDelete() {}

    /** Whether it has no row yet. */
    public final boolean isNew() {
        return peers == null;
    }

    /** The rows that refer to this one by that field. */
    protected final <T extends KeyedModel<?>> Many<T> many(ForeignKeyField<T, ?, K> field) {
        return new Many<>(this, new ReferringRows<>(this, field));
    }

    /** The rows that a table between leads to from this one. */
    protected final <T extends KeyedModel<?>> Many<T> many(ManyToManyField<?, T> field) {
        return new Many<>(this, new LinkedRows<>(this, field));
    }

    /** The row that refers to this one by that field, if there is one. */
    protected final <T extends KeyedModel<?>> One<T> one(OneToOneField<T, ?, K> field) {
        return new One<>(this, field);
    }

    /** Rows that were fetched together with this one. */
    @Nullable
    List<?> fetched(Object relation) {
        return fetched == null ? null : fetched.get(relation);
    }

    void forget(Object relation) {
        if (fetched != null) {
            fetched.remove(relation);
        }
    }

    /** Keeps where it is from and what was fetched for it; running that gives it both back. */
    Runnable provenance() {
        var from = peers;
        var had = fetched == null ? null : new HashMap<>(fetched);
        return () -> {
            peers = from;
            fetched = had;
        };
    }

    void fetched(Object relation, List<?> rows) {
        if (fetched == null) {
            fetched = new HashMap<>(4);
        }
        fetched.put(relation, rows);
    }

    /** Its key; null where it has none that tells it from others. */
    @SuppressWarnings("unchecked")
    private @Nullable Object identity() {
        var type = (ModelType<KeyedModel<?>>) ModelType.of(getClass());
        if (isNew() && type.keys().size() > 1) {
            return null;
        }
        var key = type.keyOf(this);
        boolean unset = key instanceof Number number ? number.longValue() == 0 : "".equals(key);
        return unset ? null : key;
    }

    /** Whether both stand for the same row. Those without a key yet stand for themselves. */
    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other || !(other instanceof KeyedModel<?> it) || it.getClass() != getClass()) {
            return this == other;
        }
        var key = identity();
        return key != null && key.equals(it.identity());
    }

    @Override
    public final int hashCode() {
        var key = identity();
        return key == null ? System.identityHashCode(this) : key.hashCode();
    }

    @Override
    public String toString() {
        var key = identity();
        return getClass().getSimpleName() + " " + (key == null ? "(new)" : key);
    }
}
