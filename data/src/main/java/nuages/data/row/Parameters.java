package nuages.data.row;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Puts a statement's parameters in the place of its question marks. */
public final class Parameters {
    private Parameters() {}

    /**
     * Sets all parameters of a statement.
     *
     * @throws IllegalArgumentException if there are more or fewer than question marks, or one has a type that the
     *     database has no way to keep
     */
    public static void bind(PreparedStatement statement, Dialect dialect, String sql, @Nullable Object... values)
            throws SQLException {
        int places = dialect.parameters(sql);
        if (places != values.length) {
            throw new IllegalArgumentException("the statement has " + counted(places, "question mark") + ", and "
                    + counted(values.length, "parameter") + " came with it. Pass one parameter for each question "
                    + "mark outside of quotes: " + sql);
        }
        bindCounted(statement, dialect, sql, values);
    }

    /** As {@link #bind}, where it is known that there is a value for each question mark. */
    public static void bindCounted(PreparedStatement statement, Dialect dialect, String sql, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i] instanceof Coded<?> constant ? constant.code() : values[i];
            if (!dialect.bind(statement, i + 1, value)) {
                throw unknown(i + 1, values[i], sql);
            }
        }
    }

    private static IllegalArgumentException unknown(int place, @Nullable Object value, String sql) {
        String type = value == null ? "null" : value.getClass().getTypeName();
        return new IllegalArgumentException(
                "parameter " + place + " is of type " + type + ", which cannot be kept in a database column. Pass a "
                        + "String, a number, a Boolean, an Instant or another java.time type, a UUID, an enum constant "
                        + "or a byte[]: " + sql);
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
