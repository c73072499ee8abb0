package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The template of a view of one row: it has the row by a name, and more values by theirs. Immutable.
 *
 * @param <M> the model
 */
record RowPage<M>(
        String template, String name, Map<String, BiFunction<Request, ? super M, ? extends @Nullable Object>> more) {
    RowPage {
        more = Map.copyOf(more);
    }

    /** What a row is called that was given no name. */
    static final String ROW = "row";

    static <M> RowPage<M> of(String template, String name) {
        return new RowPage<>(template, name, Map.of());
    }

    RowPage<M> named(String other) {
        return new RowPage<>(template, other, more);
    }

    RowPage<M> with(String value, BiFunction<Request, ? super M, ? extends @Nullable Object> made) {
        Map<String, BiFunction<Request, ? super M, ? extends @Nullable Object>> all = new HashMap<>(more);
        all.put(value, made);
        return new RowPage<>(template, name, all);
    }

    /** The page of a row, with what else the view tells. */
    Response of(Request request, M row, Map<String, ?> told) {
        var model = new LinkedHashMap<String, @Nullable Object>(told);
        model.put(name, row);
        more.forEach((value, made) -> model.put(value, made.apply(request, row)));
        return html(template, model);
    }
}
