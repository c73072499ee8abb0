package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** The columns of one model in the row that a result is at. For generated code, and one thread. */
public final class Row {
    private final ResultSet rows;
    private final ModelType<?> type;
    private final Dialect dialect;
    private final ColumnReader[] readers;
    private final Peers peers;
    private final int before;

    Row(ResultSet rows, ModelType<?> type, Dialect dialect, Peers peers, int before) {
        this.rows = rows;
        this.type = type;
        this.dialect = dialect;
        this.readers = type.readers(dialect);
        this.peers = peers;
        this.before = before;
    }

    /** A value that may be NULL. */
    public @Nullable Object getOrNull(int property) {
        try {
            return readers[property].read(rows, before + property + 1);
        } catch (RuntimeException | SQLException e) {
            throw unreadable(property, e);
        }
    }

    /**
     * A value.
     *
     * @throws DatabaseException if it is NULL
     */
    public Object get(int property) {
        var value = getOrNull(property);
        if (value == null) {
            throw new DatabaseException(
                    name(property) + " is NULL in a row of table \"" + type.table()
                            + "\".\ndeclare the field as @Nullable, or give the row a value.",
                    null);
        }
        return value;
    }

    /** A field's value from a certain column, as the field keeps it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    @Nullable
    Object at(int column, int property) throws SQLException {
        var value = readers[property].read(rows, column);
        var reference = type.properties().get(property).reference();
        if (value == null || reference == null) {
            return value;
        }
        var target = (ModelType) reference.type();
        return value instanceof Long key && Model.class.isAssignableFrom(target.type())
                ? new Ref(target, key, peers, property)
                : new KeyedRef(target, value, peers, property);
    }

    /** A whole number of 64 bits. */
    public long getLong(int property) {
        try {
            long value = rows.getLong(before + property + 1);
            return value == 0 ? ((Number) get(property)).longValue() : value;
        } catch (SQLException e) {
            throw unreadable(property, e);
        }
    }

    /** A whole number of 32 bits. */
    public int getInt(int property) {
        try {
            int value = dialect.readInt(rows, before + property + 1);
            return value == 0 ? ((Number) get(property)).intValue() : value;
        } catch (ArithmeticException | SQLException e) {
            throw unreadable(property, e);
        }
    }

    /** A reference to a model with a number for its key; null where it is NULL. */
    public <T extends Model> @Nullable Ref<T> refOrNull(int property, ModelType<T> target) {
        var key = getOrNull(property);
        return key == null ? null : new Ref<>(target, (Long) key, peers, property);
    }

    /** A reference to a model with a number for its key. */
    public <T extends Model> Ref<T> ref(int property, ModelType<T> target) {
        return new Ref<>(target, (Long) get(property), peers, property);
    }

    /** A reference to a model with a key of its own; null where it is NULL. */
    @SuppressWarnings("unchecked")
    public <T extends KeyedModel<K>, K> @Nullable KeyedRef<T, K> keyedRefOrNull(int property, ModelType<T> target) {
        var key = getOrNull(property);
        return key == null ? null : new KeyedRef<>(target, (K) key, peers, property);
    }

    /** A reference to a model with a key of its own. */
    @SuppressWarnings("unchecked")
    public <T extends KeyedModel<K>, K> KeyedRef<T, K> keyedRef(int property, ModelType<T> target) {
        return new KeyedRef<>(target, (K) get(property), peers, property);
    }

    private String name(int property) {
        return type.type().getSimpleName() + "."
                + type.properties().get(property).name();
    }

    private DatabaseException unreadable(int property, Exception cause) {
        return new DatabaseException(
                name(property) + " cannot be read from column \""
                        + type.properties().get(property).column().name() + "\" of table \"" + type.table() + "\": "
                        + cause.getMessage() + "\ncorrect the row, or the type of the field.",
                cause);
    }
}
