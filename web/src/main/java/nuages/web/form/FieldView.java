package nuages.web.form;

import java.util.List;

/** A field of a form as it is shown. Immutable. */
public final class FieldView {
    private final FormField field;
    private final String name;
    private final Widget.Kind kind;
    private final List<String> values;
    private final List<String> errors;
    private final List<Choice> choices;

    FieldView(
            FormField field,
            String name,
            Widget.Kind kind,
            List<String> values,
            List<String> errors,
            List<Choice> choices) {
        this.field = field;
        this.name = name;
        this.kind = kind;
        this.values = List.copyOf(values);
        this.errors = List.copyOf(errors);
        this.choices = List.copyOf(choices);
    }

    /** The name of the component of the record, or of the field of the model. */
    public String field() {
        return field.name();
    }

    /** The name that it is sent by. */
    public String name() {
        return name;
    }

    /** The id of the control; of several controls, that of the group. */
    public String id() {
        return "id_" + name;
    }

    /** What people call it. */
    public String label() {
        return field.label();
    }

    /** What people should know when they fill it in; empty for nothing. */
    public String help() {
        return field.help();
    }

    /** What is wrong with it. */
    public List<String> errors() {
        return errors;
    }

    /** What stands in it: what was typed, or else what it began with. */
    public List<String> values() {
        return values;
    }

    /** The last of what stands in it; empty for nothing. */
    public String value() {
        return values.isEmpty() ? "" : values.getLast();
    }

    /** What it is entered with. */
    public Widget.Kind kind() {
        return kind;
    }

    /** What can be chosen; empty if that is not limited, or too much. */
    public List<Choice> choices() {
        return choices;
    }

    /** Whether that choice stands in it. */
    public boolean chosen(Choice choice) {
        return values.contains(choice.value());
    }

    /** Whether it must be filled in. */
    public boolean required() {
        return field.required();
    }

    /** Whether it is not seen. */
    public boolean hidden() {
        return kind == Widget.Kind.HIDDEN;
    }

    /** The markup of the field as a whole: label, help, what is wrong, and the control. */
    public String html() {
        return FieldMarkup.whole(this);
    }

    /** The markup of the control alone. */
    public String control() {
        return ControlMarkup.of(this);
    }

    FormField declared() {
        return field;
    }

    @Override
    public String toString() {
        return name + "=" + (kind == Widget.Kind.PASSWORD ? "***" : values);
    }
}
