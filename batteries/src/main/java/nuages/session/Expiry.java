package nuages.session;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When sessions end: by the settings, or by what a view has said for one of them, which is kept in it under Django's name:
 * a number of seconds after it was saved, zero for when the browser is closed, or an ISO date.
 */
record Expiry(SessionSettings settings) {
    static final String CUSTOM = "_session_expiry";

    /** When the session began, in seconds since 1970; there only if it has an absolute age. Django leaves it alone. */
    static final String BEGUN = "_session_begun";

    /** As Python writes it, and as all its versions read it. */
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    /** When a session ends that was saved then. */
    Instant end(Map<String, Object> values, Instant saved) {
        Instant end = switch (values.get(CUSTOM)) {
            case Number seconds when seconds.longValue() != 0 -> saved.plusSeconds(seconds.longValue());
            case String date -> parse(date).orElse(saved.plus(settings.maxAge()));
            case null, default -> saved.plus(settings.maxAge());
        };
        Instant last = values.get(BEGUN) instanceof Number begun
                ? settings.absoluteAge()
                        .map(Instant.ofEpochSecond(begun.longValue())::plus)
                        .orElse(end)
                : end;
        return (last.isBefore(end) ? last : end).truncatedTo(ChronoUnit.MICROS);
    }

    /** How long browsers keep the cookie; null until they are closed. */
    @Nullable
    Duration cookieAge(Map<String, Object> values, Instant now) {
        Object custom = values.get(CUSTOM);
        boolean untilClosed =
                custom == null ? settings.untilClosed() : custom instanceof Number seconds && seconds.longValue() == 0;
        return untilClosed ? null : Duration.between(now, end(values, now));
    }

    /** Whether a session that was saved then is to be saved again though nothing in it has changed. */
    boolean due(Instant saved, Instant now) {
        return settings.renewAfter()
                .filter(age -> !saved.plus(age).isAfter(now))
                .isPresent();
    }

    static String format(Instant time) {
        return ISO.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Django's dates have a zone, or are in UTC. */
    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(
                            DateTimeFormatter.ISO_DATE_TIME.parseBest(date, OffsetDateTime::from, LocalDateTime::from))
                    .map(it -> it instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : ((LocalDateTime) it).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
