package nuages.processor;

import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a field of a model. */
final class FieldReader {
    /** Names of the generated class itself. */
    private static final Set<String> TAKEN = Set.of("MODEL", "OWN", "KEY");

    private static final int LONGEST_NAME = 63;

    private final Java java;
    private final Problems problems;
    private final DeclaredType model;
    private final KeptValues values;
    private final References references;

    FieldReader(Java java, Problems problems, DeclaredType model) {
        this.java = java;
        this.problems = problems;
        this.model = model;
        this.values = new KeptValues(java);
        this.references = new References(java, problems, values);
    }

    /** The field; null if something is wrong with it. */
    @Nullable
    FieldShape read(VariableElement field) {
        if (!reachable(field)) {
            return null;
        }
        var type = java.types().asMemberOf(model, field);
        var marks = new Marks(field, java.elements());
        var hidden = java.hidden(type);
        if (hidden.isPresent()) {
            problems.report(
                    field,
                    name(field) + " is of a type with " + hidden.get().getSimpleName()
                            + ", which is private, so that generated code cannot name it.",
                    "remove \"private\" of " + hidden.get().getSimpleName() + ".");
            return null;
        }
        boolean nullable = marks.nullable(type) || marks.nullable(field.asType());
        var shape = references.is(type)
                ? references.read(field, type, marks, nullable)
                : value(field, type, marks, nullable);
        if (shape != null) {
            new FieldChecks(java, problems).check(shape);
            fits(shape);
        }
        return shape;
    }

    private boolean reachable(VariableElement field) {
        var modifiers = field.getModifiers();
        String name = name(field);
        if (modifiers.contains(Modifier.FINAL)) {
            problems.report(
                    field,
                    name + " is final, so that it cannot be set from a row.",
                    "remove \"final\", or make the field static or transient if it is no column.");
        } else if (modifiers.contains(Modifier.PRIVATE) || foreign(field)) {
            problems.report(
                    field,
                    name + " cannot be read and set by generated code: it is "
                            + (modifiers.contains(Modifier.PRIVATE)
                                    ? "private."
                                    : "in another package and not public."),
                    "make it public, or transient if it is no column.");
        } else if (TAKEN.contains(field.getSimpleName().toString())) {
            problems.report(
                    field,
                    name + " has a name that the generated class "
                            + java.element(model).orElseThrow().getSimpleName() + "_ uses itself.",
                    "give it another name; @Column(name = \"…\") keeps the column's.");
        } else {
            return true;
        }
        return false;
    }

    private boolean foreign(VariableElement field) {
        var elements = java.elements();
        return !field.getModifiers().contains(Modifier.PUBLIC)
                && !elements.getPackageOf(field).equals(elements.getPackageOf(model.asElement()));
    }

    private static String name(VariableElement field) {
        return Java.name(field);
    }

    private @Nullable FieldShape value(VariableElement field, TypeMirror type, Marks marks, boolean nullable) {
        for (String each : Set.of("ForeignKey", "OneToOne")) {
            if (marks.ours(each).isPresent()) {
                problems.report(
                        field,
                        name(field) + " has @" + each + " and is of type " + Advice.simple(type, java)
                                + ", which is no reference.",
                        java.model(type)
                                ? "write \"Ref<" + Advice.simple(type, java) + "> " + field.getSimpleName() + "\"."
                                : "give it the type Ref<…> with a model, or remove @" + each + ".");
                return null;
            }
        }
        var kept = values.of(type, marks);
        if (kept.isEmpty()) {
            problems.report(
                    field,
                    name(field) + " is of type " + Advice.simple(type, java) + ", and " + Advice.meaning(type, java),
                    Advice.of(field, type, java));
            return null;
        }
        String column = column(field, marks, "");
        return new FieldShape(field, marks, type, column, nullable, kept.get(), null);
    }

    /** The name of a field's column. */
    static String column(VariableElement field, Marks marks, String end) {
        return marks.ours("Column")
                .map(it -> it.text("name"))
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> Words.snake(field.getSimpleName().toString()) + end);
    }

    private void fits(FieldShape shape) {
        var tooLong = values.tooLong(shape.type(), shape.marks());
        if (!tooLong.isEmpty()) {
            problems.report(
                    shape.element(),
                    name(shape.element()) + " is kept by the names of its constants, and " + tooLong.getFirst()
                            + " is longer than the column.",
                    "add @Size(max = "
                            + tooLong.stream().mapToInt(String::length).max().orElseThrow() + ").");
        }
        if (shape.column().length() > LONGEST_NAME) {
            problems.report(
                    shape.element(),
                    "column \"" + shape.column() + "\" has a name of more than " + LONGEST_NAME
                            + " characters, which databases would cut.",
                    "give it a shorter one with @Column(name = \"…\").");
        }
    }
}
