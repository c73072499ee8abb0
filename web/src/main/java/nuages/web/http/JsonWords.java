package nuages.web.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kinds of values are called where nobody knows Java. */
final class JsonWords {
    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(String.class, "a text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(byte.class, "a whole number"),
            Map.entry(Byte.class, "a whole number"),
            Map.entry(short.class, "a whole number"),
            Map.entry(Short.class, "a whole number"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(BigInteger.class, "a whole number"),
            Map.entry(float.class, "a number"),
            Map.entry(Float.class, "a number"),
            Map.entry(double.class, "a number"),
            Map.entry(Double.class, "a number"),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(LocalDate.class, "a date such as 2026-11-22"),
            Map.entry(LocalTime.class, "a time such as 07:30:00"),
            Map.entry(LocalDateTime.class, "a date and a time such as 2026-11-22T07:30:00"),
            Map.entry(Instant.class, "a moment such as 2026-11-22T07:30:00Z"),
            Map.entry(OffsetDateTime.class, "a moment such as 2026-11-22T07:30:00+01:00"),
            Map.entry(ZonedDateTime.class, "a moment such as 2026-11-22T07:30:00+01:00"),
            Map.entry(Duration.class, "a duration such as PT1H30M"),
            Map.entry(UUID.class, "a UUID such as 123e4567-e89b-12d3-a456-426614174000"));

    private JsonWords() {}

    /** With its article: {@code a whole number}. */
    static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        String known = KINDS.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(it -> ((Enum<?>) it).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
