package nuages.web.view;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.web.form.Invalid;
import nuages.web.form.ModelForm;
import nuages.web.form.Valid;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Route1;
import org.jspecify.annotations.Nullable;

/**
 * Changes a row by a form: {@code GET} shows it, {@code POST} saves the row and goes elsewhere, or answers 422 with the form
 * and what is wrong. Only rows of the queryset are found, others are 404. Its template has {@code form} and {@code row},
 * of which what the form shows is as it is in the database. Immutable; threads share it.
 *
 * @param <K> the type of the key in the URL
 * @param <M> the model
 */
public final class EditView<K, M extends KeyedModel<K>> implements Route1.View<K> {
    private final Supplier<QuerySet<M>> rows;
    private final ModelForm<M> form;
    private final RowPage<M> page;
    private final Function<? super M, String> next;
    private final BiConsumer<Request, ? super M> start;
    private final BiConsumer<Request, ? super M> saved;

    private EditView(
            Supplier<QuerySet<M>> rows,
            ModelForm<M> form,
            RowPage<M> page,
            Function<? super M, String> next,
            BiConsumer<Request, ? super M> start,
            BiConsumer<Request, ? super M> saved) {
        this.rows = rows;
        this.form = form;
        this.page = page;
        this.next = next;
        this.start = start;
        this.saved = saved;
    }

    /** A view of the rows that may be changed; {@code next} gives the URL to go to when one is saved. */
    public static <K, M extends KeyedModel<K>> EditView<K, M> of(
            Supplier<QuerySet<M>> rows, ModelForm<M> form, String template, Function<? super M, String> next) {
        return new EditView<>(rows, form, RowPage.of(template, RowPage.ROW), next, (_, _) -> {}, (_, _) -> {});
    }

    /** The same, which does this with a row before its form is read, such as to note who changes it. */
    public EditView<K, M> starting(BiConsumer<Request, ? super M> action) {
        return new EditView<>(rows, form, page, next, action, saved);
    }

    /** The same, which does this with a row that was saved, before it goes elsewhere. */
    public EditView<K, M> saved(BiConsumer<Request, ? super M> action) {
        return new EditView<>(rows, form, page, next, start, action);
    }

    /** The same, whose template has the row by that name. */
    public EditView<K, M> named(String row) {
        return new EditView<>(rows, form, page.named(row), next, start, saved);
    }

    /** The same, whose template has one more value. */
    public EditView<K, M> with(String name, BiFunction<Request, ? super M, ? extends @Nullable Object> value) {
        return new EditView<>(rows, form, page.with(name, value), next, start, saved);
    }

    @Override
    public Response view(Request request, K key) {
        if (!FormMethods.has(request)) {
            return FormMethods.other(request);
        }
        M row = rows.get().find(key).orElseThrow(NotFound::new);
        if (request.method() != Method.POST) {
            return page.of(request, row, Map.of("form", form.show(row)));
        }
        start.accept(request, row);
        return switch (form.save(request, row)) {
            case Valid<M>(M changed) -> {
                saved.accept(request, changed);
                yield Response.redirect(Status.SEE_OTHER, next.apply(changed));
            }
            case Invalid<M> invalid ->
                page.of(request, row, Map.of("form", invalid)).with(Status.UNPROCESSABLE_CONTENT);
        };
    }
}
