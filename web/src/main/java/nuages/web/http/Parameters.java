package nuages.web.http;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nuages.web.http.HttpException.Problem;

/** Names and values of a query or a form, decoded, in the order they were sent. Immutable. */
public final class Parameters {
    private static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** No parameter. */
    public static Parameters none() {
        return NONE;
    }

    /** Names with their values, decoded already. */
    static Parameters of(Map<String, List<String>> decoded) {
        var values = new LinkedHashMap<String, List<String>>();
        decoded.forEach((name, sent) -> values.put(name, List.copyOf(sent)));
        return new Parameters(Collections.unmodifiableMap(values));
    }

    /** What was sent as {@code a=1&b=2}; each character is one byte. */
    static Parameters parse(String encoded, int limit) {
        if (encoded.isEmpty()) {
            return NONE;
        }
        var values = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (int from = 0; from < encoded.length(); ) {
            int ampersand = encoded.indexOf('&', from);
            int to = ampersand < 0 ? encoded.length() : ampersand;
            if (to > from) {
                if (++count > limit) {
                    throw tooMany(limit);
                }
                add(values, encoded, from, to);
            }
            from = to + 1;
        }
        values.replaceAll((name, sent) -> Collections.unmodifiableList(sent));
        return new Parameters(Collections.unmodifiableMap(values));
    }

    private static HttpException tooMany(int limit) {
        var told = "there are more than " + limit + " parameters";
        return new HttpException(
                Problem.of(Status.BAD_REQUEST, told),
                told + "; if that is wanted, raise the limit: settings.limits(new Limits(bytes, parameters))",
                null);
    }

    private static void add(Map<String, List<String>> values, String encoded, int from, int to) {
        int equals = encoded.indexOf('=', from);
        boolean bare = equals < 0 || equals >= to;
        String name = PercentEncoding.decode(encoded, from, bare ? to : equals, true);
        String value = bare ? "" : PercentEncoding.decode(encoded, equals + 1, to, true);
        values.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(value);
    }

    /** The value of that name; the last one, if it was sent more than once. */
    public Optional<String> value(String name) {
        List<String> sent = values(name);
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }

    /**
     * The value of that name, read as something other than text: {@code request.queries().value("page", Integer::valueOf)},
     * {@code value("from", LocalDate::parse)}. An empty value counts as none.
     *
     * @param reader throws an {@link IllegalArgumentException} or a {@link DateTimeException} if the text is none of its
     * @throws BadRequest with the name and the value, if the reader threw one
     */
    public <T> Optional<T> value(String name, Function<String, T> reader) {
        Optional<String> sent = value(name).map(String::strip).filter(it -> !it.isEmpty());
        try {
            return sent.map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequest(
                    "the parameter \"" + Headers.printable(name) + "\" cannot be \""
                            + Headers.printable(sent.orElse("")) + "\"",
                    e);
        }
    }

    /** All values of that name, in order. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether that name was sent, with a value or without. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names, each once. */
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
