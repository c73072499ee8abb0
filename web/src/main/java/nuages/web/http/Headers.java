package nuages.web.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Header fields in the order they were given; names are compared without regard to case. Immutable.
 *
 * <p>Names that are not tokens, and values that could split a response (with control characters, or with characters
 * beyond one byte), are refused with {@link IllegalArgumentException}.
 */
public final class Headers {
    private static final Headers NONE = new Headers(List.of());

    /** Name, value, name, value … */
    private final List<String> fields;

    private Headers(List<String> fields) {
        this.fields = fields;
    }

    /** No header. */
    public static Headers none() {
        return NONE;
    }

    /** Headers from names and values in turn. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a header name without a value: give names and values in turn");
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            check(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Headers(List.of(namesAndValues));
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                return Optional.of(fields.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** All values of that name, in order. */
    public List<String> all(String name) {
        if (!has(name)) {
            return List.of();
        }
        var values = new ArrayList<String>(2);
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                values.add(fields.get(i + 1));
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** Whether there is a value of that name. */
    public boolean has(String name) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The moment that a header names (RFC 9110, section 5.6.7); empty if there is none, or it is no date. */
    public Optional<Instant> date(String name) {
        return first(name).flatMap(HttpDate::parse);
    }

    /** Whether {@code Accept-Encoding} takes a coding such as {@code gzip}. */
    public boolean accepts(String coding) {
        return AcceptEncoding.accepts(all("Accept-Encoding"), coding);
    }

    /** These headers, with a moment, to the second, in place of any of the same name. */
    public Headers with(String name, Instant moment) {
        return with(name, HttpDate.format(moment));
    }

    /** These headers, with that one in place of any of the same name. */
    public Headers with(String name, String value) {
        check(name, value);
        var changed = new ArrayList<String>(fields.size() + 2);
        for (int i = 0; i < fields.size(); i += 2) {
            if (!fields.get(i).equalsIgnoreCase(name)) {
                changed.add(fields.get(i));
                changed.add(fields.get(i + 1));
            }
        }
        changed.add(name);
        changed.add(value);
        return new Headers(Collections.unmodifiableList(changed));
    }

    /** These headers without any of that name. */
    public Headers without(String name) {
        if (!has(name)) {
            return this;
        }
        var left = new ArrayList<String>(fields.size());
        for (int i = 0; i < fields.size(); i += 2) {
            if (!fields.get(i).equalsIgnoreCase(name)) {
                left.add(fields.get(i));
                left.add(fields.get(i + 1));
            }
        }
        return new Headers(Collections.unmodifiableList(left));
    }

    /** These headers and one more; one of the same name stays, as {@code Set-Cookie} needs. */
    public Headers and(String name, String value) {
        check(name, value);
        var changed = new ArrayList<>(fields);
        changed.add(name);
        changed.add(value);
        return new Headers(Collections.unmodifiableList(changed));
    }

    /** These headers, and of the others those whose names are not among them. */
    public Headers withMissing(Headers others) {
        var all = new ArrayList<String>(fields.size() + others.fields.size());
        all.addAll(fields);
        for (int i = 0; i < others.fields.size(); i += 2) {
            if (!has(others.fields.get(i))) {
                all.add(others.fields.get(i));
                all.add(others.fields.get(i + 1));
            }
        }
        return new Headers(Collections.unmodifiableList(all));
    }

    /** These headers, of which {@code Vary} tells caches that the answer depends on that header of the request too. */
    public Headers varying(String name) {
        if (!has("Vary")) {
            return and("Vary", name);
        }
        String named = String.join(", ", all("Vary"));
        for (String each : named.split(",")) {
            if (each.strip().equals("*") || each.strip().equalsIgnoreCase(name)) {
                return this;
            }
        }
        return with("Vary", named + ", " + name);
    }

    /** Hands each name and value over, in order. */
    public void forEach(BiConsumer<String, String> each) {
        for (int i = 0; i < fields.size(); i += 2) {
            each.accept(fields.get(i), fields.get(i + 1));
        }
    }

    @Override
    public String toString() {
        return fields.toString();
    }

    private static void check(String name, String value) {
        if (!isToken(name) || !isClean(value)) {
            throw new IllegalArgumentException("header \"" + printable(name) + "\" has a character that could split the"
                    + " response: encode what comes from outside");
        }
    }

    /** A name as RFC 9110 allows it. */
    static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "-_!#$%&'*+.^`|~".indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** No control characters, nor any beyond one byte, whose lower half could be one. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127 || c > 255) {
                return false;
            }
        }
        return true;
    }

    /** Text that can be shown in a message. */
    static String printable(String text) {
        var clean = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 100); i++) {
            char c = text.charAt(i);
            clean.append(c < ' ' || c > 126 ? '?' : c);
        }
        return clean.toString();
    }
}
