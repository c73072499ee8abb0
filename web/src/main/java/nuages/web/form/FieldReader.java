package nuages.web.form;

import jakarta.validation.ValidationException;
import java.lang.reflect.Field;
import java.util.List;
import nuages.data.mapping.Help;
import nuages.data.mapping.Label;
import nuages.data.mapping.Text;
import nuages.data.model.KeyedModel;
import nuages.data.model.Property;
import nuages.data.model.QuerySet;
import nuages.data.schema.ColumnType;
import nuages.data.validation.Constraints;
import org.jspecify.annotations.Nullable;

/** Reads what the fields of a form are from the class that declares them, once for each class. */
record FieldReader(Class<?> owner, TextTypes types) {
    /** A component of a record. */
    FormField component(Field declared) {
        var label = declared.getAnnotation(Label.class);
        var help = declared.getAnnotation(Help.class);
        boolean lines = declared.isAnnotationPresent(Text.class);
        var limits = new Limits(0, 0, 0, lines, declared.isAnnotationPresent(Text.Url.class));
        return field(
                declared,
                label == null ? Words.of(declared.getName()) : label.value(),
                help == null ? "" : help.value(),
                limits);
    }

    /** A field of a model. */
    FormField property(Field declared, Property property) {
        var limits = Limits.of(property.column(), declared.isAnnotationPresent(Text.Url.class));
        var label = Words.sentence(property.label());
        var help = property.help().orElse("");
        return property.column().type() instanceof ColumnType.Json && !listed(declared)
                ? document(declared, label, help)
                : field(declared, label, help, limits);
    }

    /** Whether what is kept as a JSON document can be entered piece by piece. */
    private boolean listed(Field declared) {
        var content = content(declared);
        boolean text = content.element() == String.class && !content.count().several();
        return !text && types.find(content.element()).isPresent();
    }

    /** A field for a JSON document. */
    private FormField document(Field declared, String label, String help) {
        boolean nullable = declared.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new FormField(
                declared.getName(),
                label,
                help,
                new Content(nullable ? Content.Count.NULLABLE : Content.Count.ONE, Object.class, null),
                facts(declared),
                FormField.Marks.of(declared.getAnnotation(Widget.class)),
                new JsonText(declared.getGenericType()),
                new Choices.Anything(),
                Limits.NONE);
    }

    private FormField field(Field declared, String label, String help, Limits limits) {
        var content = content(declared);
        var facts = facts(declared);
        var rest = facts.most() < Integer.MAX_VALUE ? limits.ofAnyLength() : limits;
        facts.limited(limits.characters(), limits.digits() > 0 ? limits.places() : -1);
        var marks = FormField.Marks.of(declared.getAnnotation(Widget.class));
        return new FormField(
                declared.getName(),
                label,
                help,
                content,
                facts,
                marks,
                type(declared.getName(), content),
                choices(content),
                rest);
    }

    private Facts facts(Field declared) {
        try {
            Constraints.standard().validator().validateValue(owner, declared.getName(), null);
            return Facts.of(owner, declared.getName());
        } catch (ValidationException e) {
            throw new IllegalArgumentException(
                    owner.getSimpleName() + "." + declared.getName()
                            + " has a constraint that is none of its type: write "
                            + "that of what is within as Optional<@Email String>, and see: " + e.getMessage(),
                    e);
        }
    }

    /** References to any number of rows of another model. */
    FormField references(String name, Class<?> model) {
        var content = Content.reference(Content.Count.LIST, model);
        return new FormField(
                name,
                Words.of(name),
                "",
                content,
                Facts.none(),
                FormField.Marks.NONE,
                type(name, content),
                choices(content),
                Limits.NONE);
    }

    /** The key of a row, which is sent along unseen. */
    FormField key(String name, Class<?> model) {
        var content = new Content(
                Content.Count.NULLABLE,
                Content.reference(Content.Count.ONE, model).element(),
                null);
        return FormField.plain(name, content, type(name, content), Widget.Kind.HIDDEN);
    }

    private Content content(Field declared) {
        try {
            return Content.of(declared.getAnnotatedType());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    owner.getSimpleName() + "." + declared.getName() + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private TextType<Object> type(String name, Content content) {
        return (TextType<Object>) types.find(content.element()).orElseThrow(() -> unreadable(name, content));
    }

    private IllegalArgumentException unreadable(String name, Content content) {
        if (content.element().isRecord()) {
            var inner = content.element().getSimpleName();
            return new IllegalArgumentException(owner.getSimpleName() + "." + name + " is of the record " + inner
                    + ", and a form has no records within.\nwrite the components of " + inner + " into "
                    + owner.getSimpleName() + ", or make a form of its own of it and bind both: Form.of(" + inner
                    + ".class).prefix(\"" + name + "\"). If it is written as one text, give a TextType to Form.of.");
        }
        return new IllegalArgumentException(owner.getSimpleName() + "." + name + " is of "
                + content.element().getName()
                + ", which a form cannot read.\n"
                + "use text, a number, a boolean, an enum, a type of java.time, a Ref, or a list of these; or say how"
                + " it is written, by a TextType that you give to Form.of.");
    }

    private static Choices choices(Content content) {
        if (content.model() != null) {
            return rows(content.model());
        }
        if (content.element().isEnum()) {
            return new Choices.Fixed(TextTypes.constantsOf(content.element()));
        }
        return content.element() == Boolean.class && !content.flag()
                ? new Choices.Fixed(List.of(
                        Choice.of("true", Words.sentence(Sentences.YES)),
                        Choice.of("false", Words.sentence(Sentences.NO))))
                : new Choices.Anything();
    }

    private static <M extends KeyedModel<?>> Choices rows(Class<M> model) {
        return new Choices.Rows<>(QuerySet.of(model), String::valueOf);
    }
}
