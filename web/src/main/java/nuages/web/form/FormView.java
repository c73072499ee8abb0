package nuages.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as it is shown: its fields, with what stands in them and what is wrong with them. Everything that needs a query
 * has been asked for when it is made, so that a template can show it. Immutable.
 */
public sealed interface FormView permits Page, Invalid {
    /** What the markup calls it; the ids of its fields begin with it. */
    String id();

    /** The fields, in their order; of a set of forms, those that count its forms. */
    List<FieldView> fields();

    /** What is wrong with the form as a whole. */
    List<String> errors();

    /** The forms within it: the rows of a set of forms, and the sets that belong to a model's form. */
    List<FormView> forms();

    /**
     * A field by its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    default FieldView field(String name) {
        for (var field : fields()) {
            if (field.field().equals(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException("this form has no field \"" + name + "\": it has "
                + fields().stream().map(FieldView::field).toList());
    }

    /** Whether something is wrong with it, or a form within it. */
    default boolean invalid() {
        return !errors().isEmpty()
                || fields().stream().anyMatch(it -> !it.errors().isEmpty())
                || forms().stream().anyMatch(FormView::invalid);
    }

    /** Whether it has fields for files, so that {@code <form>} needs {@code enctype="multipart/form-data"}. */
    default boolean multipart() {
        return fields().stream().anyMatch(it -> it.kind() == Widget.Kind.FILE)
                || forms().stream().anyMatch(FormView::multipart);
    }

    /** What is wrong by the names of the fields as they were sent, and under the empty name, with the form as a whole. */
    default Map<String, List<String>> problems() {
        var all = new LinkedHashMap<String, List<String>>();
        if (!errors().isEmpty()) {
            all.put("", errors());
        }
        for (var field : fields()) {
            if (!field.errors().isEmpty()) {
                all.put(field.name(), field.errors());
            }
        }
        for (var form : forms()) {
            form.problems().forEach((name, problems) -> all.merge(name, problems, FormMarkup::joined));
        }
        return all;
    }

    /**
     * The markup of all that is in it, without {@code <form>} itself, the token against forgery and the button: what is
     * wrong first, with links to the fields, then the fields.
     */
    default String html() {
        return FormMarkup.form(this, FieldView::html, FormView::summary);
    }

    /** The markup of what is wrong, with links to the fields; nothing if nothing is. */
    default String summary() {
        return FormMarkup.summary(this);
    }
}
