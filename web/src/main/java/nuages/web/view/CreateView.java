package nuages.web.view;

import static nuages.web.template.Templates.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nuages.data.model.KeyedModel;
import nuages.web.form.FormView;
import nuages.web.form.Invalid;
import nuages.web.form.ModelForm;
import nuages.web.form.Valid;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Route0;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new row of a form: {@code GET} shows it, {@code POST} saves the row and goes elsewhere, or answers 422 with the
 * form and what is wrong. Its template has {@code form}. Immutable; threads share it.
 *
 * <pre>{@code
 * routes.any("/new/", CreateView.of(AUTHOR, "authors/form", author -> AuthorUrls.detail.url(author.id))
 *         .starting(request -> Author.by(Visitor.of(request)))
 *         .saved((request, author) -> Messages.success(request, author + " was added")));
 * }</pre>
 *
 * @param <M> the model
 */
public final class CreateView<M extends KeyedModel<?>> implements Route0.View {
    private final ModelForm<M> form;
    private final String template;
    private final Function<? super M, String> next;
    private final @Nullable Function<Request, M> start;
    private final BiConsumer<Request, ? super M> saved;
    private final Map<String, Function<Request, ? extends @Nullable Object>> more;

    private CreateView(
            ModelForm<M> form,
            String template,
            Function<? super M, String> next,
            @Nullable Function<Request, M> start,
            BiConsumer<Request, ? super M> saved,
            Map<String, Function<Request, ? extends @Nullable Object>> more) {
        this.form = form;
        this.template = template;
        this.next = next;
        this.start = start;
        this.saved = saved;
        this.more = more;
    }

    /** A view of a form; {@code next} gives the URL to go to when the row is saved. */
    public static <M extends KeyedModel<?>> CreateView<M> of(
            ModelForm<M> form, String template, Function<? super M, String> next) {
        return new CreateView<>(form, template, next, null, (_, _) -> {}, Map.of());
    }

    /**
     * The same, whose rows begin as these do: new ones, with what the form has no field for, such as whose they are. The form
     * shows what they have in its fields.
     */
    public CreateView<M> starting(Function<Request, M> row) {
        return new CreateView<>(form, template, next, row, saved, more);
    }

    /** The same, which does this with a row that was saved, before it goes elsewhere. */
    public CreateView<M> saved(BiConsumer<Request, ? super M> action) {
        return new CreateView<>(form, template, next, start, action, more);
    }

    /** The same, whose template has one more value. */
    public CreateView<M> with(String name, Function<Request, ? extends @Nullable Object> value) {
        var all = new HashMap<>(more);
        all.put(name, value);
        return new CreateView<>(form, template, next, start, saved, Map.copyOf(all));
    }

    @Override
    public Response view(Request request) {
        if (!FormMethods.has(request)) {
            return FormMethods.other(request);
        }
        M row = start == null ? null : start.apply(request);
        if (request.method() != Method.POST) {
            return page(request, row == null ? form.show() : form.show(row));
        }
        return switch (row == null ? form.save(request) : form.save(request, row)) {
            case Valid<M>(M made) -> {
                saved.accept(request, made);
                yield Response.redirect(Status.SEE_OTHER, next.apply(made));
            }
            case Invalid<M> invalid -> page(request, invalid).with(Status.UNPROCESSABLE_CONTENT);
        };
    }

    private Response page(Request request, FormView shown) {
        var model = new LinkedHashMap<String, @Nullable Object>();
        model.put("form", shown);
        more.forEach((name, value) -> model.put(name, value.apply(request)));
        return html(template, model);
    }
}
