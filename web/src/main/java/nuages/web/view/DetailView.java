package nuages.web.view;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.data.query.Field;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.routing.Route1;
import org.jspecify.annotations.Nullable;

/**
 * Shows one row, or answers 404. Immutable; threads share it.
 *
 * <pre>{@code
 * routes.get("/{id}/", LONG, DetailView.of(Question::open, "polls/detail", "question"));
 * }</pre>
 *
 * @param <A> the type of the value in the URL
 * @param <M> the model
 */
public final class DetailView<A, M extends KeyedModel<?>> implements Route1.View<A> {
    private final Supplier<QuerySet<M>> rows;
    private final BiFunction<QuerySet<M>, A, Optional<M>> find;
    private final RowPage<M> page;

    private DetailView(Supplier<QuerySet<M>> rows, BiFunction<QuerySet<M>, A, Optional<M>> find, RowPage<M> page) {
        this.rows = rows;
        this.find = find;
        this.page = page;
    }

    /** The row whose key is in the URL; the template has it by that name. */
    public static <K, M extends KeyedModel<K>> DetailView<K, M> of(
            Supplier<QuerySet<M>> rows, String template, String name) {
        return new DetailView<>(rows, (set, key) -> set.find(key), RowPage.of(template, name));
    }

    /** The row that has what is in the URL in a field that no two rows have the same in, such as a slug. */
    public static <A, M extends KeyedModel<?>> DetailView<A, M> by(
            Field<M, A> field, Supplier<QuerySet<M>> rows, String template, String name) {
        return new DetailView<>(
                rows, (set, value) -> set.filter(field.is(value)).optional(), RowPage.of(template, name));
    }

    /** The same, whose template has one more value. */
    public DetailView<A, M> with(String value, BiFunction<Request, ? super M, ? extends @Nullable Object> made) {
        return new DetailView<>(rows, find, page.with(value, made));
    }

    @Override
    public Response view(Request request, A value) {
        return page.of(request, find.apply(rows.get(), value).orElseThrow(NotFound::new), Map.of());
    }
}
