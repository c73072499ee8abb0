package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.web.form.ModelForm;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.routing.Route1;

/**
 * Changes a row by a form: {@code GET} shows it, {@code POST} saves the row and goes elsewhere, or answers 422 with the form
 * and what is wrong. Only rows of the queryset are found, others are 404. Its template has {@code form}. Immutable; threads
 * share it.
 *
 * @param <K> the type of the key in the URL
 * @param <M> the model
 */
public final class EditView<K, M extends KeyedModel<K>> implements Route1.View<K> {
    private static final Set<Method> METHODS = Set.of(Method.GET, Method.HEAD, Method.POST);

    private final Supplier<QuerySet<M>> rows;
    private final ModelForm<M> form;
    private final String template;
    private final Function<? super M, String> next;

    private EditView(Supplier<QuerySet<M>> rows, ModelForm<M> form, String template, Function<? super M, String> next) {
        this.rows = rows;
        this.form = form;
        this.template = template;
        this.next = next;
    }

    /** A view of the rows that may be changed; {@code next} gives the URL to go to when one is saved. */
    public static <K, M extends KeyedModel<K>> EditView<K, M> of(
            Supplier<QuerySet<M>> rows, ModelForm<M> form, String template, Function<? super M, String> next) {
        return new EditView<>(rows, form, template, next);
    }

    @Override
    public Response view(Request request, K key) {
        return switch (request.method()) {
            case GET, HEAD -> html(template, "form", form.show(row(key)));
            case POST -> CreateView.answer(form.save(request, row(key)), template, next);
            default -> throw new MethodNotAllowed(request.method(), METHODS);
        };
    }

    private M row(K key) {
        return rows.get().find(key).orElseThrow(NotFound::new);
    }
}
