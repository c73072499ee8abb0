package nuages.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the key of a model must be. */
final class KeyChecks {
    private final Java java;
    private final Problems problems;

    KeyChecks(Java java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    void check(TypeElement model, List<FieldShape> fields) {
        var keys = fields.stream().filter(FieldShape::key).toList();
        var declared = java.as(model.asType(), Api.KEYED_MODEL).orElseThrow();
        if (declared.getTypeArguments().isEmpty()) {
            problems.report(
                    model,
                    "model " + model.getSimpleName() + " extends KeyedModel without the type of its key.",
                    "write KeyedModel<…> with the type of the field with @Key, or extend Model, which has a number.");
            return;
        }
        var type = declared.getTypeArguments().getFirst();
        if (keys.isEmpty()) {
            problems.report(
                    model,
                    "model " + model.getSimpleName() + " has no key, so that no row can be found again.",
                    "put @Key on a field of type " + simple(type) + ", or extend Model, which has a number.");
        } else if (keys.size() == 1) {
            single(model, keys.getFirst(), type);
        } else if (java.as(model.asType(), Api.MODEL).isPresent()) {
            problems.report(
                    keys.getLast().element(),
                    keys.getLast().name() + " is a key beside the id that Model has.",
                    "extend KeyedModel<" + simple(java.boxed(keys.getLast().type()))
                            + "> to choose your own key, or use @Unique for a field that is unique as well.");
        } else {
            composite(model, keys, type);
        }
    }

    private void single(TypeElement model, FieldShape key, TypeMirror type) {
        var own = valueType(key);
        if (key.nullable()) {
            problems.report(
                    key.element(),
                    key.name() + " is a key that may be null, which no database has.",
                    "remove @Nullable.");
        } else if (key.identity()
                && !key.kept().column().toString().contains("Integer")
                && !key.kept().column().toString().contains("Whole")) {
            problems.report(
                    key.element(),
                    key.name() + " is a key that the database should number, and is no number.",
                    "use long, int or short, or leave out \"identity\".");
        } else if (!java.types().isSameType(own, type)) {
            problems.report(
                    key.element(),
                    "the key " + key.name() + " is of type " + simple(own) + ", and " + model.getSimpleName()
                            + " extends KeyedModel<" + simple(type) + ">.",
                    "write \"extends KeyedModel<" + simple(own) + ">\".");
        }
    }

    private void composite(TypeElement model, List<FieldShape> keys, TypeMirror type) {
        var components =
                java.element(type).map(TypeElement::getRecordComponents).orElse(List.of());
        boolean fits = components.size() == keys.size();
        for (int i = 0; fits && i < keys.size(); i++) {
            fits = fits(components.get(i), keys.get(i));
        }
        if (!fits) {
            var record = keys.stream()
                    .map(it -> simple(unboxed(it)) + " " + it.name())
                    .collect(Collectors.joining(", ", "record Key(", ") {}"));
            problems.report(
                    model,
                    "model " + model.getSimpleName() + " has a key of " + keys.size() + " fields, and its type "
                            + simple(type) + " is no record of the same names and types in the same order.",
                    "declare \"" + record + "\" and extend KeyedModel<" + model.getSimpleName() + ".Key>.");
        }
    }

    private boolean fits(RecordComponentElement component, FieldShape key) {
        return component.getSimpleName().contentEquals(key.name())
                && java.types().isSameType(java.boxed(component.asType()), valueType(key));
    }

    /** A reference's values are keys. */
    private TypeMirror valueType(FieldShape field) {
        return java.boxed(unboxed(field));
    }

    private TypeMirror unboxed(FieldShape field) {
        var reference = field.reference();
        return reference == null ? field.type() : References.keyType(field.type(), java);
    }

    private String simple(TypeMirror type) {
        return java.element(type).map(it -> it.getSimpleName().toString()).orElse(type.toString());
    }
}
