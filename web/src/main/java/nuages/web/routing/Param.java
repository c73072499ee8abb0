package nuages.web.routing;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value in a URL: how it is read from a segment and how it is written into one. Immutable.
 *
 * <p>A segment that it does not read is no match, so that another route may match, or the answer is 404.
 */
public final class Param<T> {
    /** A whole number, perhaps negative. */
    public static final Param<Long> LONG = of("long", Param::readLong, String::valueOf);

    /** A whole number of 32 bits, perhaps negative. */
    public static final Param<Integer> INT = of("int", Param::readInt, String::valueOf);

    /** Any text without a slash. */
    public static final Param<String> STRING = of("string", Optional::of, Function.identity());

    /** ASCII letters, digits, hyphens and underscores. */
    public static final Param<String> SLUG = of("slug", Param::readSlug, Function.identity());

    /** A UUID in its usual form of 36 characters. */
    public static final Param<java.util.UUID> UUID = of("uuid", Param::readUuid, java.util.UUID::toString);

    /** The rest of the path, slashes and all; it stands at a pattern's end, perhaps before a slash. */
    public static final Param<String> PATH = new Param<>("path", Optional::of, Function.identity(), true);

    private final String name;
    private final Function<String, Optional<T>> read;
    private final Function<T, String> write;
    private final boolean spansSegments;

    private Param(String name, Function<String, Optional<T>> read, Function<T, String> write, boolean spansSegments) {
        this.name = name;
        this.read = read;
        this.write = write;
        this.spansSegments = spansSegments;
    }

    /**
     * A kind of value of your own. Keep it in a constant: routes are alike only if they have the very same one.
     *
     * @param read from a decoded segment; empty if it is not such a value
     * @param write to text that {@code read} reads as the same value; it need not be encoded
     */
    public static <T> Param<T> of(String name, Function<String, Optional<T>> read, Function<T, String> write) {
        return new Param<>(name, read, write, false);
    }

    @Override
    public String toString() {
        return name;
    }

    boolean spansSegments() {
        return spansSegments;
    }

    /** The value that text of a path stands for; null if none. */
    @Nullable
    T read(String text) {
        boolean whole = !text.isEmpty() && (!spansSegments || isWhole(text));
        return whole ? read.apply(text).orElse(null) : null;
    }

    /** The text of a value in a path, not yet encoded. */
    String write(T value) {
        String text = write.apply(value);
        if (!isSendable(text) || read(text) == null) {
            throw new IllegalArgumentException("\"" + text + "\" cannot stand in a URL as a " + name
                    + ": no such URL would lead back to the view");
        }
        return text;
    }

    /** The text of a path for the value that other text stands for. */
    String rewrite(String text) {
        T value = read(text);
        if (value == null) {
            throw new IllegalArgumentException("\"" + text + "\" cannot stand in a URL as a " + name
                    + ": no such URL would lead back to the view");
        }
        return write(value);
    }

    /** What {@link #read} gave for this parameter. */
    @SuppressWarnings("unchecked") // the search keeps each value at the place of the parameter that read it
    T value(@Nullable Object read) {
        return (T) Objects.requireNonNull(read);
    }

    /** Whether no segment is empty. */
    private static boolean isWhole(String text) {
        return !text.startsWith("/") && !text.endsWith("/") && !text.contains("//");
    }

    /** Whether a request may have such text in its path. */
    private boolean isSendable(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String segment : text.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return spansSegments || text.indexOf('/') < 0;
    }

    private static Optional<Long> readLong(String text) {
        boolean negative = text.charAt(0) == '-';
        int digits = text.length() - (negative ? 1 : 0);
        if (digits < 1 || digits > 19) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
                return Optional.empty();
            }
            value = value * 10 - digit;
        }
        return !negative && value == Long.MIN_VALUE ? Optional.empty() : Optional.of(negative ? value : -value);
    }

    private static Optional<Integer> readInt(String text) {
        return readLong(text)
                .filter(value -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    private static Optional<String> readSlug(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && c != '-' && c != '_') {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private static Optional<java.util.UUID> readUuid(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (hyphen ? c != '-' : !hex) {
                return Optional.empty();
            }
        }
        return Optional.of(java.util.UUID.fromString(text));
    }
}
