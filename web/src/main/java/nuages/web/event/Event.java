package nuages.web.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One event as browsers read it with {@code EventSource} (HTML, "Server-sent events"). Immutable.
 *
 * @param name which listeners hear it; null for those of {@code message}
 * @param data any text, of several lines too
 * @param id what a client that comes back names as the last it has seen; null leaves the one before
 * @param retry how long a client shall wait before it comes back; null leaves what it was told before
 */
public record Event(
        @Nullable String name,
        String data,
        @Nullable String id,
        @Nullable Duration retry) {
    public Event {
        check("name", name);
        check("id", id);
        if (retry != null && retry.isNegative()) {
            throw new IllegalArgumentException("an event with a retry of " + retry + ": it cannot be negative");
        }
    }

    /** An event for listeners of {@code message}. */
    public static Event of(String data) {
        return new Event(null, data, null, null);
    }

    /** An event for listeners of that name. */
    public static Event of(String name, String data) {
        return new Event(name, data, null, null);
    }

    /** The same event with an id, from which a client goes on that lost its connection. */
    public Event withId(String changed) {
        return new Event(name, data, changed, retry);
    }

    /** The same event, which also tells clients how long to wait before they come back. */
    public Event withRetry(Duration changed) {
        return new Event(name, data, id, changed);
    }

    /** As it is sent. */
    byte[] bytes() {
        var text = new StringBuilder(data.length() + 40);
        if (id != null) {
            text.append("id: ").append(id).append('\n');
        }
        if (name != null) {
            text.append("event: ").append(name).append('\n');
        }
        if (retry != null) {
            text.append("retry: ").append(retry.toMillis()).append('\n');
        }
        lines(text, "data: ", data);
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Each line behind a prefix, whatever ends the lines. */
    static void lines(StringBuilder to, String prefix, String text) {
        to.append(prefix);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (c == '\r' || c == '\n') {
                to.append('\n').append(prefix);
            } else {
                to.append(c);
            }
        }
        to.append('\n');
    }

    private static void check(String part, @Nullable String text) {
        if (text != null && text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("the " + part
                    + " of an event has the end of a line or a NUL in it, which would end it: leave that out");
        }
    }
}
