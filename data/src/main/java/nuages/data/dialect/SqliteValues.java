package nuages.data.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values as Django keeps them in SQLite, which knows integers, reals, texts and blobs only. The driver would turn a text
 * that is no number into 0; here that is an error.
 */
final class SqliteValues {
    static final Map<Class<?>, ColumnReader> READERS = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(byte[].class, ResultSet::getBytes),
            Map.entry(Long.class, number(Number::longValue, BigDecimal::longValueExact)),
            Map.entry(Integer.class, number(it -> Math.toIntExact(it.longValue()), BigDecimal::intValueExact)),
            Map.entry(Short.class, number(SqliteValues::shortValue, BigDecimal::shortValueExact)),
            Map.entry(Double.class, number(Number::doubleValue, BigDecimal::doubleValue)),
            Map.entry(Float.class, number(Number::floatValue, BigDecimal::floatValue)),
            Map.entry(Boolean.class, number(it -> it.longValue() != 0, it -> it.signum() != 0)),
            Map.entry(BigDecimal.class, text(BigDecimal::new)),
            Map.entry(UUID.class, (row, column) -> PlainValues.uuid(row.getString(column))),
            Map.entry(Instant.class, text(SqliteTimes::instant)),
            Map.entry(OffsetDateTime.class, text(SqliteTimes::offset)),
            Map.entry(LocalDate.class, text(SqliteTimes::date)),
            Map.entry(LocalTime.class, text(SqliteTimes::time)),
            Map.entry(LocalDateTime.class, text(SqliteTimes::dateTime)),
            Map.entry(Duration.class, number(SqliteValues::duration, it -> duration(it.longValueExact()))));

    private SqliteValues() {}

    /** A reader of integers by one way, and of anything else that is written as a number by the other. */
    private static ColumnReader number(Function<Number, Object> whole, Function<BigDecimal, Object> other) {
        return (row, column) -> switch (row.getObject(column)) {
            case null -> null;
            case Integer number -> whole.apply(number);
            case Long number -> whole.apply(number);
            case Object written -> other.apply(new BigDecimal(written.toString()));
        };
    }

    private static ColumnReader text(Function<String, Object> read) {
        return (row, column) -> {
            String text = row.getString(column);
            return text == null ? null : read.apply(text);
        };
    }

    private static Object shortValue(Number number) {
        return BigDecimal.valueOf(number.longValue()).shortValueExact();
    }

    private static Object duration(Number micros) {
        return Duration.of(micros.longValue(), ChronoUnit.MICROS);
    }

    static boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
            case BigDecimal number -> statement.setString(index, number.toPlainString());
            case BigInteger number -> statement.setString(index, number.toString());
            case Instant time -> statement.setString(index, SqliteTimes.text(time));
            case OffsetDateTime time -> statement.setString(index, SqliteTimes.text(time.toInstant()));
            case LocalDateTime time -> statement.setString(index, SqliteTimes.text(time));
            case LocalDate date -> statement.setString(index, date.toString());
            case LocalTime time -> statement.setString(index, SqliteTimes.text(time));
            case UUID id -> statement.setString(index, PlainValues.hex(id));
            case Duration duration -> statement.setLong(index, MariaDbValues.micros(duration));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case null, default -> {
                return PlainValues.bind(statement, index, value);
            }
        }
        return true;
    }
}
