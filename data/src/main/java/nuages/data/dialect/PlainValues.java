package nuages.data.dialect;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that the drivers of servers read and write alike. */
final class PlainValues {
    static final Map<Class<?>, ColumnReader> READERS = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(Long.class, (row, column) -> orNull(row, row.getLong(column))),
            Map.entry(Integer.class, (row, column) -> orNull(row, row.getInt(column))),
            Map.entry(Short.class, (row, column) -> orNull(row, row.getShort(column))),
            Map.entry(Double.class, (row, column) -> orNull(row, row.getDouble(column))),
            Map.entry(Float.class, (row, column) -> orNull(row, row.getFloat(column))),
            Map.entry(Boolean.class, (row, column) -> orNull(row, row.getBoolean(column))),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(byte[].class, ResultSet::getBytes));

    private PlainValues() {}

    /** The type of the values that stand for a primitive type's; any other type itself. */
    static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** Sets a parameter (from 1), if its type is one of these. */
    static boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case Double number -> statement.setDouble(index, number);
            case BigDecimal number -> statement.setBigDecimal(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Short number -> statement.setShort(index, number);
            case Byte number -> statement.setShort(index, number);
            case Float number -> statement.setFloat(index, number);
            case BigInteger number -> statement.setBigDecimal(index, new BigDecimal(number));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The value, or null if the column just read was NULL. */
    static <T> @Nullable T orNull(ResultSet row, T value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    /** A UUID as databases without a type for it keep it: 32 hexadecimal digits. */
    static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    /** A UUID from its text with or without dashes. */
    static @Nullable UUID uuid(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.strip().replace("-", "").toLowerCase(Locale.ROOT);
        if (digits.length() != 32) {
            throw new IllegalArgumentException(
                    "a UUID has 32 hexadecimal digits, and this text has " + digits.length());
        }
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }
}
