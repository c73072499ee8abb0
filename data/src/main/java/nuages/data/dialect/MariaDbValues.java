package nuages.data.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as Django keeps them in MariaDB: points in time without a zone, in UTC; durations in microseconds. */
final class MariaDbValues {
    static final Map<Class<?>, ColumnReader> READERS = readers();

    private MariaDbValues() {}

    private static Map<Class<?>, ColumnReader> readers() {
        var readers = new HashMap<>(PlainValues.READERS);
        readers.put(UUID.class, (row, column) -> PlainValues.uuid(row.getString(column)));
        readers.put(Instant.class, MariaDbValues::instant);
        readers.put(OffsetDateTime.class, MariaDbValues::offset);
        readers.put(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class));
        readers.put(LocalTime.class, (row, column) -> row.getObject(column, LocalTime.class));
        readers.put(LocalDateTime.class, (row, column) -> row.getObject(column, LocalDateTime.class));
        readers.put(Duration.class, MariaDbValues::duration);
        return Map.copyOf(readers);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime offset(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Duration duration(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    static boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (PlainValues.bind(statement, index, value)) {
            return true;
        }
        switch (value) {
            case Instant time -> statement.setObject(index, micros(LocalDateTime.ofInstant(time, ZoneOffset.UTC)));
            case LocalDate date -> statement.setObject(index, date);
            case LocalDateTime time -> statement.setObject(index, micros(time));
            case OffsetDateTime time ->
                statement.setObject(
                        index, micros(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));
            case LocalTime time -> statement.setObject(index, time.truncatedTo(ChronoUnit.MICROS));
            case UUID id -> statement.setString(index, PlainValues.hex(id));
            case Duration duration -> statement.setLong(index, micros(duration));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime micros(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** A duration in microseconds. */
    static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
    }
}
