package nuages.web.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Headers NONE = new Headers(new String[0]);
    private static final boolean[] OF_TOKENS = ofTokens();

    /** Name, value, name, value … */
    private final String[] fields;

    private Headers(String[] fields) {
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
        return new Headers(namesAndValues.clone());
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return Optional.of(fields[i + 1]);
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
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                values.add(fields[i + 1]);
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** Whether there is a value of that name. */
    public boolean has(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
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
        return without(name).one(name, value);
    }

    /** These headers without any of that name. */
    public Headers without(String name) {
        if (!has(name)) {
            return this;
        }
        var left = new String[fields.length];
        int end = 0;
        for (int i = 0; i < fields.length; i += 2) {
            if (!fields[i].equalsIgnoreCase(name)) {
                left[end++] = fields[i];
                left[end++] = fields[i + 1];
            }
        }
        return new Headers(Arrays.copyOf(left, end));
    }

    /** These headers and one more; one of the same name stays, as {@code Set-Cookie} needs. */
    public Headers and(String name, String value) {
        check(name, value);
        return one(name, value);
    }

    private Headers one(String name, String value) {
        var more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return new Headers(more);
    }

    /** These headers, and of the others those whose names are not among them. */
    public Headers withMissing(Headers others) {
        var all = Arrays.copyOf(fields, fields.length + others.fields.length);
        int end = fields.length;
        for (int i = 0; i < others.fields.length; i += 2) {
            if (!has(others.fields[i])) {
                all[end++] = others.fields[i];
                all[end++] = others.fields[i + 1];
            }
        }
        return new Headers(end == all.length ? all : Arrays.copyOf(all, end));
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
        for (int i = 0; i < fields.length; i += 2) {
            each.accept(fields[i], fields[i + 1]);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(fields);
    }

    private static void check(String name, String value) {
        if (!isToken(name) || !isClean(value)) {
            throw new IllegalArgumentException("header \"" + printable(name) + "\" has a character that could split the"
                    + " response: encode what comes from outside");
        }
    }

    private static boolean[] ofTokens() {
        var plain = new boolean[128];
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_!#$%&'*+.^`|~"
                .chars()
                .forEach(c -> plain[c] = true);
        return plain;
    }

    /** A name as RFC 9110 allows it. */
    static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= OF_TOKENS.length || !OF_TOKENS[c]) {
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
