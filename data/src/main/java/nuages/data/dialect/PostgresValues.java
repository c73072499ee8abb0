package nuages.data.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as PostgreSQL keeps them: it has a type for each. */
final class PostgresValues {
    static final Map<Class<?>, ColumnReader> READERS = readers();

    private PostgresValues() {}

    private static Map<Class<?>, ColumnReader> readers() {
        var readers = new HashMap<>(PlainValues.READERS);
        readers.put(UUID.class, (row, column) -> PlainValues.uuid(row.getString(column)));
        readers.put(Instant.class, PostgresValues::instant);
        readers.put(OffsetDateTime.class, (row, column) -> row.getObject(column, OffsetDateTime.class));
        readers.put(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class));
        readers.put(LocalTime.class, (row, column) -> row.getObject(column, LocalTime.class));
        readers.put(LocalDateTime.class, (row, column) -> row.getObject(column, LocalDateTime.class));
        readers.put(Duration.class, (row, column) -> IntervalText.duration(row.getString(column)));
        return Map.copyOf(readers);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The driver has no arrays of these; the server takes them from a text. */
    private static String array(UUID[] ids) {
        return Arrays.stream(ids).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Types.OTHER lets the server take a text for what the place needs: an interval, or a value of an enum type. */
    static boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant time ->
                statement.setObject(index, time.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            case OffsetDateTime time -> statement.setObject(index, time, Types.TIMESTAMP_WITH_TIMEZONE);
            case LocalDate date -> statement.setObject(index, date);
            case LocalTime time -> statement.setObject(index, time);
            case LocalDateTime time -> statement.setObject(index, time);
            case UUID id -> statement.setObject(index, id);
            case Duration duration -> statement.setObject(index, duration.toString(), Types.OTHER);
            case Enum<?> constant -> statement.setObject(index, constant.name(), Types.OTHER);
            case long[] numbers -> statement.setObject(index, numbers);
            case int[] numbers -> statement.setObject(index, numbers);
            case UUID[] ids -> statement.setObject(index, array(ids), Types.OTHER);
            case Object[] values -> statement.setObject(index, values);
            default -> {
                return PlainValues.bind(statement, index, value);
            }
        }
        return true;
    }
}
