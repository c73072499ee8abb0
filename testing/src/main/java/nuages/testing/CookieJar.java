package nuages.testing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cookies as a browser keeps them (RFC 6265), of one host. One thread uses it. */
final class CookieJar {
    private final List<Kept> all = new ArrayList<>();
    private final InstantSource clock;

    CookieJar(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A cookie.
     *
     * @param end when it is forgotten; null if that is when the browser is closed
     */
    private record Kept(
            String name,
            String value,
            String path,
            boolean secure,
            @Nullable Instant end) {
        boolean goesTo(String target) {
            return target.equals(path)
                    || (target.startsWith(path) && (path.endsWith("/") || target.charAt(path.length()) == '/'));
        }
    }

    void set(String name, String value) {
        put(new Kept(name, value, "/", false, null));
    }

    void clear() {
        all.clear();
    }

    /** The cookies that go to a path, those of longer paths first. */
    Map<String, String> sent(String path, boolean secure) {
        var sent = new LinkedHashMap<String, String>();
        var now = clock.instant();
        all.removeIf(it -> it.end() != null && !it.end().isAfter(now));
        all.stream()
                .filter(it -> it.goesTo(path) && (secure || !it.secure()))
                .sorted(Comparator.comparingInt((Kept it) -> it.path().length()).reversed())
                .forEach(it -> sent.putIfAbsent(it.name(), it.value()));
        return sent;
    }

    /** Keeps and forgets what a response to a request for that path said. */
    void keep(List<String> setCookie, String path) {
        setCookie.forEach(it -> keep(it, path));
    }

    private void keep(String header, String requested) {
        var parts = header.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return;
        }
        var path = requested.substring(0, Math.max(1, requested.lastIndexOf('/')));
        boolean secure = false;
        Instant end = null;
        boolean aged = false;
        for (int i = 1; i < parts.length; i++) {
            var attribute = parts[i].strip();
            var name = attribute.toLowerCase(Locale.ROOT);
            var value = attribute.substring(attribute.indexOf('=') + 1).strip();
            if (name.startsWith("path=") && value.startsWith("/")) {
                path = value;
            } else if (name.startsWith("max-age=")) {
                var age = after(value);
                end = age == null ? end : age;
                aged |= age != null;
            } else if (name.startsWith("expires=") && !aged) {
                end = date(value);
            }
            secure |= name.equals("secure");
        }
        put(new Kept(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                path,
                secure,
                end));
    }

    private void put(Kept cookie) {
        all.removeIf(it -> it.name().equals(cookie.name()) && it.path().equals(cookie.path()));
        all.add(cookie);
    }

    /** What is no number of seconds counts as not said. */
    private @Nullable Instant after(String seconds) {
        try {
            return clock.instant().plusSeconds(Math.clamp(Long.parseLong(seconds), -1, Integer.MAX_VALUE));
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Instant date(String date) {
        try {
            return ZonedDateTime.parse(date.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
