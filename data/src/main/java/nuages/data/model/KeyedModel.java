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

    /** Writes all fields: a new row, or all columns of the one it came from. */
    public void save() {
        Saver.of(this).save();
    }

    /**
     * Writes only these fields of a row that is there already.
     *
     * @throws nuages.data.error.RowNotFound if the row is no longer there
     */
    public void save(Field<?, ?> first, Field<?, ?>... others) {
        Saver.of(this).save(first, others);
    }

    /** Deletes the row, and what its deletion entails. */
    public void delete() {
        Saver.of(this).delete();
    }

    /**
     * Reads all fields anew.
     *
     * @throws nuages.data.error.RowNotFound if the row is no longer there
     */
    public void refresh() {
        Saver.of(this).refresh();
    }

    /** Whether it has no row yet. */
    public final boolean isNew() {
        return peers == null;
    }

    /** The rows that refer to this one by that field. */
    protected final <T extends KeyedModel<?>> Many<T> many(ForeignKeyField<T, ?, K> field) {
        return new Many<>(this, field);
    }

    /** Rows that were fetched together with this one. */
    @Nullable
    List<?> fetched(Object relation) {
        return fetched == null ? null : fetched.get(relation);
    }

    void fetched(Object relation, List<?> rows) {
        if (fetched == null) {
            fetched = new HashMap<>(4);
        }
        fetched.put(relation, rows);
    }
}
