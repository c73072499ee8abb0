package nuages.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Header fields in the order they were given; names are compared without regard to case. Immutable.
 *
 * <p>Names and values that could split a response (control characters) are refused with {@link IllegalArgumentException}.
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
        var values = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                values.add(fields.get(i + 1));
            }
        }
        return List.copyOf(values);
    }

    /** Whether there is a value of that name. */
    public boolean has(String name) {
        return first(name).isPresent();
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
        return new Headers(List.copyOf(changed));
    }

    /** These headers and one more; one of the same name stays, as {@code Set-Cookie} needs. */
    public Headers and(String name, String value) {
        check(name, value);
        var changed = new ArrayList<>(fields);
        changed.add(name);
        changed.add(value);
        return new Headers(List.copyOf(changed));
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
        if (name.isEmpty() || !clean(name) || name.indexOf(':') >= 0 || name.indexOf(' ') >= 0 || !clean(value)) {
            throw new IllegalArgumentException("a control character in header \"" + printable(name)
                    + "\": it could split the response; remove it");
        }
    }

    private static boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String name) {
        var clean = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            clean.append(name.charAt(i) < ' ' ? '?' : name.charAt(i));
        }
        return clean.toString();
    }
}
