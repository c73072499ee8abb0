package nuages.server;

import io.vertx.core.http.HttpHeaders;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of day as responses and the access log write it, put into words once a second. Threads share it. */
final class Clock {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final DateTimeFormatter LOG_DATE = DateTimeFormatter.ofPattern("dd/MMM/yyyy HH:mm:ss", Locale.ROOT);

    private record Words(CharSequence httpDate, String logDate) {}

    private final InstantSource source;
    private final ZoneId zone;
    private volatile Words words;

    Clock(InstantSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
        this.words = words();
    }

    long millisToNextSecond() {
        return 1000 - source.millis() % 1000;
    }

    /** Called once a second, from outside of requests. */
    void tick() {
        words = words();
    }

    /** For the {@code Date} header: {@code Sat, 21 Nov 2026 15:09:53 GMT}. */
    CharSequence httpDate() {
        return words.httpDate;
    }

    /** For the access log: {@code 21/Nov/2026 16:09:53}. */
    String logDate() {
        return words.logDate;
    }

    private Words words() {
        var now = source.instant();
        return new Words(
                HttpHeaders.createOptimized(HTTP_DATE.format(now.atOffset(ZoneOffset.UTC))),
                LOG_DATE.format(now.atZone(zone)));
    }
}
