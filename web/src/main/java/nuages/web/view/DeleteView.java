package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.Set;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.ProtectedRows;
import nuages.data.model.QuerySet;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Route1;

/**
 * Deletes a row: {@code GET} asks whether to, {@code POST} does so and goes elsewhere, or answers 409 if other rows forbid
 * it. Only rows of the queryset are found, others are 404. Its template has {@code row} and {@code refused}. Immutable;
 * threads share it.
 *
 * @param <K> the type of the key in the URL
 * @param <M> the model
 */
public final class DeleteView<K, M extends KeyedModel<K>> implements Route1.View<K> {
    private static final Set<Method> METHODS = Set.of(Method.GET, Method.HEAD, Method.POST);

    private final Supplier<QuerySet<M>> rows;
    private final String template;
    private final Supplier<String> next;

    private DeleteView(Supplier<QuerySet<M>> rows, String template, Supplier<String> next) {
        this.rows = rows;
        this.template = template;
        this.next = next;
    }

    /** A view of the rows that may be deleted; {@code next} gives the URL to go to then. */
    public static <K, M extends KeyedModel<K>> DeleteView<K, M> of(
            Supplier<QuerySet<M>> rows, String template, Supplier<String> next) {
        return new DeleteView<>(rows, template, next);
    }

    @Override
    public Response view(Request request, K key) {
        M row = rows.get().find(key).orElseThrow(NotFound::new);
        return switch (request.method()) {
            case GET, HEAD -> html(template, "row", row, "refused", false);
            case POST -> deleted(row);
            default -> throw new MethodNotAllowed(request.method(), METHODS);
        };
    }

    private Response deleted(M row) {
        try {
            row.delete();
            return Response.redirect(Status.SEE_OTHER, next.get());
        } catch (ProtectedRows others) {
            return html(template, "row", row, "refused", true).with(Status.CONFLICT);
        }
    }
}
