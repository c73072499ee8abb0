package nuages.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes forms as they are shown. Rows that can be chosen are asked for here. */
final class Views {
    private Views() {}

    /** Fields before anything was typed. */
    static List<FieldView> initial(
            List<FormField> fields, String prefix, Map<String, ? extends Object> values, Options options) {
        var views = new ArrayList<FieldView>();
        for (var field : fields) {
            views.add(field(field, prefix, field.texts(values.get(field.name())), List.of(), options));
        }
        return views;
    }

    /** Fields with what was typed, and what is wrong with it. */
    static List<FieldView> bound(List<Entry> entries, String prefix, Errors errors, Options options) {
        var views = new ArrayList<FieldView>();
        for (var entry : entries) {
            var field = entry.field();
            views.add(field(field, prefix, entry.typed(), errors.of(field.name()), options));
        }
        return views;
    }

    static String id(String prefix) {
        return "id_" + (prefix.isEmpty() ? "form" : prefix);
    }

    private static FieldView field(
            FormField field, String prefix, List<String> texts, List<String> errors, Options options) {
        var choices = options.of(field);
        boolean tooMany = field.choices() instanceof Choices.Rows<?> && choices.size() > RowChoices.MOST;
        return new FieldView(
                field,
                Sent.nameOf(prefix, field.name()),
                tooMany ? Widget.Kind.TEXT : field.kind(),
                texts,
                errors,
                tooMany ? List.of() : choices);
    }
}
