package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.Set;
import java.util.function.Function;
import nuages.data.model.KeyedModel;
import nuages.web.form.Bound;
import nuages.web.form.Invalid;
import nuages.web.form.ModelForm;
import nuages.web.form.Valid;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Route0;

/**
 * Makes a new row of a form: {@code GET} shows it, {@code POST} saves the row and goes elsewhere, or answers 422 with the
 * form and what is wrong. Its template has {@code form}. Immutable; threads share it.
 *
 * <pre>{@code
 * routes.any("/new/", CreateView.of(AUTHOR, "authors/form", author -> AuthorUrls.detail.url(author.id)));
 * }</pre>
 *
 * @param <M> the model
 */
public final class CreateView<M extends KeyedModel<?>> implements Route0.View {
    private static final Set<Method> METHODS = Set.of(Method.GET, Method.HEAD, Method.POST);

    private final ModelForm<M> form;
    private final String template;
    private final Function<? super M, String> next;

    private CreateView(ModelForm<M> form, String template, Function<? super M, String> next) {
        this.form = form;
        this.template = template;
        this.next = next;
    }

    /** A view of a form; {@code next} gives the URL to go to when the row is saved. */
    public static <M extends KeyedModel<?>> CreateView<M> of(
            ModelForm<M> form, String template, Function<? super M, String> next) {
        return new CreateView<>(form, template, next);
    }

    @Override
    public Response view(Request request) {
        return switch (request.method()) {
            case GET, HEAD -> html(template, "form", form.show());
            case POST -> answer(form.save(request), template, next);
            default -> throw new MethodNotAllowed(request.method(), METHODS);
        };
    }

    /** Where to go with a row that was saved, or the form again. */
    static <M extends KeyedModel<?>> Response answer(
            Bound<M> bound, String template, Function<? super M, String> next) {
        return switch (bound) {
            case Valid<M>(M row) -> Response.redirect(Status.SEE_OTHER, next.apply(row));
            case Invalid<M> invalid -> html(template, "form", invalid).with(Status.UNPROCESSABLE_CONTENT);
        };
    }
}
