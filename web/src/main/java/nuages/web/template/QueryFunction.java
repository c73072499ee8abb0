package nuages.web.template;

import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nuages.web.http.HttpException;
import nuages.web.http.Parameters;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code querystring}: the query of this page with some values changed, as Django's tag of that name. A null
 * takes a value out, a list is a value for each of its items; what is not named stays. It begins with a question mark even
 * if nothing is left, so that a link with it never keeps the query of this page.
 */
record QueryFunction() implements TemplateFunction {
    @Override
    public String call(Call call) {
        if (!call.arguments().isEmpty()) {
            throw new IllegalArgumentException(
                    "querystring takes values by their names, as in querystring(page = 2, order = null), and "
                            + call.arguments() + " have none: name them");
        }
        var values = new LinkedHashMap<String, List<String>>();
        var present = present(call.request());
        present.names().forEach(name -> values.put(name, present.values(name)));
        call.named().forEach((name, value) -> values.put(name, texts(value)));
        return written(values);
    }

    /** One that cannot be read is none: the page that says so may have links, too. */
    private static Parameters present(Request request) {
        try {
            return request.queries();
        } catch (HttpException unreadable) {
            return Parameters.none();
        }
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Iterable<?> several ->
                StreamSupport.stream(several.spliterator(), false)
                        .map(String::valueOf)
                        .toList();
            case Object several
            when several.getClass().isArray() ->
                IntStream.range(0, Array.getLength(several))
                        .mapToObj(it -> String.valueOf(Array.get(several, it)))
                        .toList();
            default -> List.of(value.toString());
        };
    }

    private static String written(Map<String, List<String>> values) {
        var query = new StringBuilder("?");
        values.forEach((name, all) -> all.forEach(value -> query.append(query.length() == 1 ? "" : "&")
                .append(PercentEncoding.query(name))
                .append('=')
                .append(PercentEncoding.query(value))));
        return query.toString();
    }
}
