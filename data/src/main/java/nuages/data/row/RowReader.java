package nuages.data.row;

import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Makes Java values of a result's rows: records, whose components find their columns by name, or single values. Made for
 * one result; not for use by several threads.
 */
public final class RowReader<T> {
    private final Class<T> type;
    private final Dialect dialect;
    private final @Nullable RecordShape shape;
    private final Columns columns;
    private final int[] places;
    private final ColumnReader[] readers;

    private RowReader(
            Class<T> type,
            Dialect dialect,
            @Nullable RecordShape shape,
            Columns columns,
            int[] places,
            ColumnReader[] readers) {
        this.type = type;
        this.dialect = dialect;
        this.shape = shape;
        this.columns = columns;
        this.places = places;
        this.readers = readers;
    }

    /**
     * A reader of that result.
     *
     * @throws DatabaseException if the result's columns do not fit the type
     * @throws IllegalArgumentException if no column can be read as that type
     */
    public static <T> RowReader<T> of(Class<T> type, Dialect dialect, ResultSet rows) throws SQLException {
        var columns = Columns.of(rows.getMetaData());
        if (type.isRecord()) {
            return ofRecord(type, dialect, columns);
        }
        if (columns.count() != 1) {
            throw new DatabaseException(
                    "a row with " + columns + " cannot be read as one " + type.getSimpleName()
                            + ". Select a single column, or read it as a record with a component for each column",
                    null);
        }
        ColumnReader reader = reader(type, dialect, "rows cannot be read as ");
        return new RowReader<>(type, dialect, null, columns, new int[] {1}, new ColumnReader[] {reader});
    }

    private static <T> RowReader<T> ofRecord(Class<T> type, Dialect dialect, Columns columns) {
        var shape = RecordShape.of(type);
        int size = shape.components().size();
        var places = new int[size];
        var readers = new ColumnReader[size];
        for (int i = 0; i < size; i++) {
            var component = shape.components().get(i);
            String wanted = type.getSimpleName() + "." + component.name();
            places[i] = columns.place(component.name(), wanted);
            readers[i] = reader(component.type(), dialect, wanted + " cannot be read as ");
        }
        return new RowReader<>(type, dialect, shape, columns, places, readers);
    }

    private static ColumnReader reader(Class<?> type, Dialect dialect, String complaint) {
        if (type.isEnum()) {
            return Codec.constants(type).reader(dialect);
        }
        return dialect.reader(type)
                .orElseThrow(() -> new IllegalArgumentException(complaint + type.getTypeName()
                        + ": no column holds such values. Use String, a number, boolean, Instant or another java.time "
                        + "type, UUID, an enum or byte[]; or a record of these for a whole row"));
    }

    /**
     * The row the result is at. A single value that is NULL is null, unless its type is primitive.
     *
     * @throws DatabaseException if a column holds what its component cannot
     */
    public T read(ResultSet row) throws SQLException {
        return result(shape == null ? value(row, 0, type) : record(row, shape));
    }

    /** What the caller gets, who has asked for this type and may meet NULL where it reads a single value. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private T result(@Nullable Object value) {
        return (T) value;
    }

    private Object record(ResultSet row, RecordShape into) throws SQLException {
        var values = new @Nullable Object[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i, into.components().get(i).type());
        }
        return into.create(values);
    }

    private @Nullable Object value(ResultSet row, int index, Class<?> wanted) throws SQLException {
        Object value;
        try {
            value = readers[index].read(row, places[index]);
        } catch (RuntimeException unfit) {
            throw unreadable(index, wanted, unfit);
        } catch (SQLException failure) {
            if (dialect.broken(failure)) {
                throw failure;
            }
            throw unreadable(index, wanted, failure);
        }
        if (value == null && wanted.isPrimitive()) {
            throw new DatabaseException(
                    "column \"" + columns.name(places[index]) + "\" is NULL, which " + where(index, wanted)
                            + " cannot be. Declare it as "
                            + MethodType.methodType(wanted).wrap().returnType().getSimpleName()
                            + ", or select coalesce("
                            + columns.name(places[index]) + ", …)",
                    null);
        }
        return value;
    }

    /** The value itself is left out: it may be secret, and the cause has it. */
    private DatabaseException unreadable(int index, Class<?> wanted, Exception cause) {
        return new DatabaseException(
                "column \"" + columns.name(places[index]) + "\" holds a value that " + where(index, wanted)
                        + " cannot be. Read it as another type, or as String",
                cause);
    }

    private String where(int index, Class<?> wanted) {
        return shape == null
                ? "a " + wanted.getSimpleName()
                : wanted.getSimpleName() + " " + type.getSimpleName() + "."
                        + shape.components().get(index).name();
    }
}
