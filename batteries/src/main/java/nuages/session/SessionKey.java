package nuages.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nuages.web.http.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names a value of type {@code T} in sessions: {@code static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class)}.
 * Two keys of one name are the same value. Names that begin with {@code _} are those of Nuages and Django. Immutable.
 *
 * <p>A value is kept as JSON: text, numbers, booleans, {@code java.time} values, enums, records and lists of these. Numbers
 * with a fraction have the precision of a {@code double}: keep an amount of money as text, or in cents.
 */
public final class SessionKey<T> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionKey.class);

    private final String name;
    private final String type;
    private final Reading<T> reading;

    private SessionKey(String name, String type, Reading<T> reading) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "the name of a session key is blank: give it one that tells what it is of");
        }
        this.name = name;
        this.type = type;
        this.reading = reading;
    }

    /** A value of that type. */
    public static <T> SessionKey<T> of(String name, Class<T> type) {
        return new SessionKey<>(name, type.getSimpleName(), value -> present(Json.convert(value, type)));
    }

    /** A list of values of that type; unmodifiable when it is read. */
    public static <T> SessionKey<List<T>> list(String name, Class<T> element) {
        return new SessionKey<>(name, "list of " + element.getSimpleName(), value -> {
            var read = new ArrayList<T>();
            List<?> elements = present(Json.convert(value, List.class));
            for (Object each : elements) {
                read.add(present(Json.convert(each, element)));
            }
            return Collections.unmodifiableList(read);
        });
    }

    /** Values of that type by name; unmodifiable when they are read. */
    public static <T> SessionKey<Map<String, T>> map(String name, Class<T> element) {
        return new SessionKey<>(name, "map of " + element.getSimpleName(), value -> {
            var read = new LinkedHashMap<String, T>();
            Map<?, ?> elements = present(Json.convert(value, Map.class));
            elements.forEach((each, of) -> read.put(String.valueOf(each), present(Json.convert(of, element))));
            return Collections.unmodifiableMap(read);
        });
    }

    /** Its name. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What JSON stands for; empty if that is something else, as a session may be older than the code that reads it. */
    Optional<T> read(@Nullable Object plain) {
        if (plain == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.read(plain));
        } catch (IllegalArgumentException e) {
            LOG.warn("\"{}\" in a session is no {}, so it is as if it were not there: {}", name, type, e.getMessage());
            return Optional.empty();
        }
    }

    /** A value as maps, lists, text and numbers: what is read after the session was saved and loaded. */
    static Object plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Integer number -> number;
            case Boolean flag -> flag;
            default -> Objects.requireNonNull(Json.parse(Json.ascii(value), Object.class), "JSON's null");
        };
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("it is null");
        }
        return value;
    }

    /** Makes a value of what JSON stands for. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Object plain);
    }
}
