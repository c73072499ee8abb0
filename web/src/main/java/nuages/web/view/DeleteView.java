package nuages.web.view;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.ProtectedRows;
import nuages.data.model.QuerySet;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Route1;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a row: {@code GET} asks whether to, {@code POST} does so and goes elsewhere, or answers 409 if other rows forbid
 * it. Only rows of the queryset are found, others are 404. Its template has {@code row} and {@code refused}. Immutable;
 * threads share it.
 *
 * @param <K> the type of the key in the URL
 * @param <M> the model
 */
public final class DeleteView<K, M extends KeyedModel<K>> implements Route1.View<K> {
    private final Supplier<QuerySet<M>> rows;
    private final RowPage<M> page;
    private final Function<? super M, String> next;
    private final BiConsumer<Request, ? super M> deleted;

    private DeleteView(
            Supplier<QuerySet<M>> rows,
            RowPage<M> page,
            Function<? super M, String> next,
            BiConsumer<Request, ? super M> deleted) {
        this.rows = rows;
        this.page = page;
        this.next = next;
        this.deleted = deleted;
    }

    /** A view of the rows that may be deleted; {@code next} gives the URL to go to then. */
    public static <K, M extends KeyedModel<K>> DeleteView<K, M> of(
            Supplier<QuerySet<M>> rows, String template, Supplier<String> next) {
        return of(rows, template, _ -> next.get());
    }

    /** A view of the rows that may be deleted; {@code next} gives the URL to go to then, of what the row was. */
    public static <K, M extends KeyedModel<K>> DeleteView<K, M> of(
            Supplier<QuerySet<M>> rows, String template, Function<? super M, String> next) {
        return new DeleteView<>(rows, RowPage.of(template, RowPage.ROW), next, (_, _) -> {});
    }

    /** The same, which does this with what a row was that is deleted, before it goes elsewhere. */
    public DeleteView<K, M> deleted(BiConsumer<Request, ? super M> action) {
        return new DeleteView<>(rows, page, next, action);
    }

    /** The same, whose template has the row by that name. */
    public DeleteView<K, M> named(String row) {
        return new DeleteView<>(rows, page.named(row), next, deleted);
    }

    /** The same, whose template has one more value. */
    public DeleteView<K, M> with(String name, BiFunction<Request, ? super M, ? extends @Nullable Object> value) {
        return new DeleteView<>(rows, page.with(name, value), next, deleted);
    }

    @Override
    public Response view(Request request, K key) {
        if (!FormMethods.has(request)) {
            return FormMethods.other(request);
        }
        M row = rows.get().find(key).orElseThrow(NotFound::new);
        if (request.method() != Method.POST) {
            return page.of(request, row, Map.of("refused", false));
        }
        try {
            row.delete();
        } catch (ProtectedRows others) {
            return page.of(request, row, Map.of("refused", true)).with(Status.CONFLICT);
        }
        deleted.accept(request, row);
        return Response.redirect(Status.SEE_OTHER, next.apply(row));
    }
}
