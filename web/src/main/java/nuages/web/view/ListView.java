package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.page.KeyPage;
import nuages.web.page.Page;
import nuages.web.routing.Route0;
import org.jspecify.annotations.Nullable;

/**
 * Shows rows, one page at a time: its template has them as {@code page}, a {@link Page} or a {@link KeyPage}. Immutable;
 * threads share it.
 *
 * <pre>{@code
 * routes.get("/", ListView.of(Question::open, "polls/index").perPage(20));
 * }</pre>
 *
 * @param <M> the model
 */
public final class ListView<M extends KeyedModel<?>> implements Route0.View {
    private static final int USUAL = 100;

    /** Finds the page that a request asks for. */
    private interface Paging<M extends KeyedModel<?>> {
        Object page(QuerySet<M> rows, Request request, int size);
    }

    private final Supplier<QuerySet<M>> rows;
    private final Paging<M> paging;
    private final String template;
    private final int size;
    private final Map<String, Function<Request, ? extends @Nullable Object>> more;

    private ListView(
            Supplier<QuerySet<M>> rows,
            Paging<M> paging,
            String template,
            int size,
            Map<String, Function<Request, ? extends @Nullable Object>> more) {
        this.rows = rows;
        this.paging = paging;
        this.template = template;
        this.size = size;
        this.more = more;
    }

    /** Pages by number, {@code ?page=2}, of 100 rows. The rows are asked for anew by each request. */
    public static <M extends KeyedModel<?>> ListView<M> of(Supplier<QuerySet<M>> rows, String template) {
        return new ListView<>(rows, Page::of, template, USUAL, Map.of());
    }

    /** Pages by key, {@code ?after=7}, of 100 rows, for lists that are long; see {@link KeyPage}. */
    public static <M extends Model> ListView<M> byKey(Supplier<QuerySet<M>> rows, String template) {
        return byKey(rows, it -> it.id, Long::valueOf, template);
    }

    /** Pages by key, of models with a key of their own; see {@link KeyPage#of}. */
    public static <K, M extends KeyedModel<K>> ListView<M> byKey(
            Supplier<QuerySet<M>> rows, Function<? super M, K> key, Function<String, K> parse, String template) {
        return new ListView<>(
                rows, (set, request, size) -> KeyPage.of(set, key, parse, request, size), template, USUAL, Map.of());
    }

    /** The same with so many rows a page. */
    public ListView<M> perPage(int most) {
        return new ListView<>(rows, paging, template, most, more);
    }

    /** The same, whose template has one more value. */
    public ListView<M> with(String name, Function<Request, ? extends @Nullable Object> value) {
        var all = new HashMap<>(more);
        all.put(name, value);
        return new ListView<>(rows, paging, template, size, Map.copyOf(all));
    }

    @Override
    public Response view(Request request) {
        var model = new LinkedHashMap<String, @Nullable Object>();
        model.put("page", paging.page(rows.get(), request, size));
        more.forEach((name, value) -> model.put(name, value.apply(request)));
        return html(template, model);
    }
}
