package nuages.web.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Moments as header fields have them (RFC 9110, section 5.6.7): {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
final class HttpDate {
    private static final int LONGEST = 40;
    private static final DateTimeFormatter USUAL = pattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    /** What old clients may send, and servers must understand. */
    private static final List<DateTimeFormatter> ALL = List.of(
            USUAL,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1970, 1, 1))
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US),
            pattern("EEE MMM ppd HH:mm:ss uuuu"));

    private HttpDate() {}

    /** A moment to the second; what is behind the second is left out. */
    static String format(Instant moment) {
        return USUAL.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** The moment that a header field names; nothing if it is not a date, which RFC 9110 says to pass over. */
    static Optional<Instant> parse(String sent) {
        if (sent.length() > LONGEST) {
            return Optional.empty();
        }
        for (DateTimeFormatter each : ALL) {
            try {
                return Optional.of(LocalDateTime.parse(sent, each).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException _) {
                // then it may be one of the other ways to write it
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
