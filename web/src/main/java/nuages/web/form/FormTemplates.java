package nuages.web.form;

import java.util.Map;
import java.util.function.Function;
import nuages.web.template.Call;
import nuages.web.template.Markup;
import nuages.web.template.TemplateSettings;
import nuages.web.template.Templates;

/**
 * What templates call to show forms. A site that wants other markup writes templates of its own: {@code forms/field.html}
 * with {@code field}, and {@code forms/summary.html} with {@code form}. Immutable; threads share it.
 *
 * <ul>
 *   <li>{@code form(form)}: all that is in a form, as {@link FormView#html()}
 *   <li>{@code form_summary(form)}: what is wrong, with links to the fields
 *   <li>{@code form_field(form, 'name')} or {@code form_field(field)}: a field with its label and what is wrong with it
 *   <li>{@code form_control(form, 'name')} or {@code form_control(field)}: the control alone
 * </ul>
 */
public final class FormTemplates {
    private static final String FIELD = "forms/field.html";
    private static final String SUMMARY = "forms/summary.html";

    private FormTemplates() {}

    /** Adds the functions. */
    public static TemplateSettings add(TemplateSettings settings) {
        return settings.function("form", call -> new Markup(FormMarkup.form(form(call), field(call), summary(call))))
                .function("form_summary", call -> new Markup(summary(call).apply(form(call))))
                .function("form_field", call -> new Markup(field(call).apply(fieldOf(call))))
                .function("form_control", call -> new Markup(fieldOf(call).control()));
    }

    private static Function<FieldView, String> field(Call call) {
        return own(call, FIELD)
                ? it -> it.hidden() ? it.control() : render(call, FIELD, Map.of("field", it))
                : FieldView::html;
    }

    private static Function<FormView, String> summary(Call call) {
        return own(call, SUMMARY)
                ? it -> it.invalid() ? render(call, SUMMARY, Map.of("form", it)) : ""
                : FormView::summary;
    }

    private static boolean own(Call call, String name) {
        return call.from() != null && Templates.of(call.request()).has(name);
    }

    private static String render(Call call, String name, Map<String, Object> model) {
        return Templates.of(call.request()).render(name, model, call.from());
    }

    private static FormView form(Call call) {
        if (call.argument(0) instanceof FormView form) {
            return form;
        }
        throw new IllegalArgumentException(
                call.text(0) + " is no form: give it a FormView, as Form.show() or an Invalid " + "is one");
    }

    private static FieldView fieldOf(Call call) {
        return switch (call.argument(0)) {
            case FieldView field -> field;
            case FormView form -> form.field(call.text(1));
            case null, default ->
                throw new IllegalArgumentException(call.text(0) + " is no field: give a form and a field's name, as in "
                        + "form_field(form, 'text')");
        };
    }
}
