package nuages.testing;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cookies as a browser keeps them (RFC 6265), of one host. One thread uses it. */
final class CookieJar {
    private final List<Kept> all = new ArrayList<>();

    private record Kept(String name, String value, String path, boolean secure) {
        boolean goesTo(String target) {
            return target.equals(path)
                    || (target.startsWith(path) && (path.endsWith("/") || target.charAt(path.length()) == '/'));
        }
    }

    void set(String name, String value) {
        put(new Kept(name, value, "/", false));
    }

    void clear() {
        all.clear();
    }

    /** The cookies that go to a path, those of longer paths first. */
    Map<String, String> sent(String path, boolean secure) {
        var sent = new LinkedHashMap<String, String>();
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
        boolean over = false;
        boolean aged = false;
        for (int i = 1; i < parts.length; i++) {
            var attribute = parts[i].strip();
            var name = attribute.toLowerCase(Locale.ROOT);
            var value = attribute.substring(attribute.indexOf('=') + 1).strip();
            if (name.startsWith("path=") && value.startsWith("/")) {
                path = value;
            } else if (name.startsWith("max-age=")) {
                over = value.startsWith("-") || value.equals("0");
                aged = true;
            } else if (name.startsWith("expires=") && !aged) {
                over = past(value);
            }
            secure |= name.equals("secure");
        }
        var kept = new Kept(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                path,
                secure);
        put(kept);
        if (over) {
            all.remove(kept);
        }
    }

    private void put(Kept cookie) {
        all.removeIf(it -> it.name().equals(cookie.name()) && it.path().equals(cookie.path()));
        all.add(cookie);
    }

    private static boolean past(String date) {
        try {
            return ZonedDateTime.parse(date.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .isBefore(InstantSource.system().instant());
        } catch (DateTimeException none) {
            return false;
        }
    }
}
