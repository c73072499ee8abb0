package nuages.web.form;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuages.web.form.Content.Count;
import nuages.web.upload.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, whatever is in it. Immutable; threads share it.
 *
 * @param name its name in Java
 * @param help what people should know when they fill it in; empty for nothing
 * @param marks what its author says of its control
 * @param limits what else its values must be; for columns of tables
 */
record FormField(
        String name,
        String label,
        String help,
        Content content,
        Facts facts,
        Marks marks,
        TextType<Object> type,
        Choices choices,
        Limits limits) {
    /**
     * What an author says of a control.
     *
     * @param kind what it is; {@code USUAL} if that follows from the type
     */
    record Marks(Widget.Kind kind, String placeholder, String autocomplete, int rows, String accept) {
        static final Marks NONE = new Marks(Widget.Kind.USUAL, "", "", 0, "");

        static Marks of(@Nullable Widget widget) {
            return widget == null
                    ? NONE
                    : new Marks(
                            widget.value(),
                            widget.placeholder(),
                            widget.autocomplete(),
                            widget.rows(),
                            widget.accept());
        }

        Marks with(Widget.Kind other) {
            return new Marks(other, placeholder, autocomplete, rows, accept);
        }
    }

    /** A field that nothing but its type is known of. */
    static FormField plain(String name, Content content, TextType<Object> type, Widget.Kind kind) {
        return new FormField(
                name,
                Words.of(name),
                "",
                content,
                Facts.none(),
                Marks.NONE.with(kind),
                type,
                new Choices.Anything(),
                Limits.NONE);
    }

    FormField with(Choices others) {
        return new FormField(name, label, help, content, facts, marks, type, others, limits);
    }

    FormField with(Marks others) {
        return new FormField(name, label, help, content, facts, others, type, choices, limits);
    }

    /** Whether it must be filled in. */
    boolean required() {
        if (content.flag()) {
            return facts.ticked();
        }
        return facts.present() || (content.count() == Count.ONE && !content.emptyText());
    }

    /** What it is entered with. */
    Widget.Kind kind() {
        if (marks.kind() != Widget.Kind.USUAL) {
            return marks.kind();
        }
        return switch (choices) {
            case Choices.Rows<?> _ -> content.count().several() ? Widget.Kind.MULTIPLE : Widget.Kind.SELECT;
            case Choices.Fixed _ -> content.count().several() ? Widget.Kind.CHECKBOXES : Widget.Kind.SELECT;
            case Choices.Anything _ -> content.flag() ? Widget.Kind.CHECKBOX : ofText();
        };
    }

    private Widget.Kind ofText() {
        if (content.element() != String.class) {
            return type.widget();
        }
        if (facts.email()) {
            return Widget.Kind.EMAIL;
        }
        if (facts.url() || limits.url()) {
            return Widget.Kind.URL;
        }
        boolean lines = limits.lines() || (facts.most() > 500 && facts.most() < Integer.MAX_VALUE);
        return lines && !content.count().several() ? Widget.Kind.TEXTAREA : Widget.Kind.TEXT;
    }

    /** Whether a text is kept as it was typed, with spaces at its ends. */
    boolean asTyped() {
        return marks.kind() == Widget.Kind.PASSWORD;
    }

    /** The value that a text stands for; none if it stands for none. */
    Optional<Object> parse(String text) {
        try {
            return type.read(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The texts that stand for a value, as a browser would send them. */
    List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Object document when (TextType<?>) type instanceof JsonText -> List.of(type.write(document));
            case Optional<?> optional -> texts(optional.orElse(null));
            case List<?> list -> list.stream().flatMap(it -> texts(it).stream()).toList();
            case Set<?> set -> set.stream().flatMap(it -> texts(it).stream()).toList();
            case Upload _ -> List.of();
            default -> content.flag() ? flag(value) : List.of(type.write(RowChoices.keyOf(value)));
        };
    }

    private static List<String> flag(Object value) {
        return value.equals(true) ? List.of("on") : List.of();
    }
}
