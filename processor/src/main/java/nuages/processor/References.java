package nuages.processor;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import nuages.processor.FieldShape.Reference;
import org.jspecify.annotations.Nullable;

/** Reads a field that refers to another model. */
final class References {
    /** Methods that every object has, which a way to another model cannot be called. */
    private static final Set<String> TAKEN = Set.of(
            "hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "clone", "finalize", "compositeKey");

    private final Java java;
    private final Problems problems;
    private final KeptValues values;

    References(Java java, Problems problems, KeptValues values) {
        this.java = java;
        this.problems = problems;
        this.values = values;
    }

    boolean is(TypeMirror type) {
        return java.is(type, Api.REF) || java.is(type, Api.KEYED_REF);
    }

    /** The type of the keys of what a reference refers to. */
    static TypeMirror keyType(TypeMirror reference, Java java) {
        return java.is(reference, Api.REF)
                ? java.elements().getTypeElement("java.lang.Long").asType()
                : java.arguments(reference).get(1);
    }

    @Nullable
    FieldShape read(VariableElement field, TypeMirror type, Marks marks, boolean nullable) {
        String name = Java.name(field);
        var mark = marks.ours("ForeignKey").or(() -> marks.ours("OneToOne"));
        if (java.arguments(type).isEmpty() || !target(type)) {
            problems.report(
                    field,
                    name + " refers to no model that has a table.",
                    "name a class in <…> that extends Model or KeyedModel and is not abstract.");
            return null;
        }
        if (mark.isEmpty()) {
            problems.report(
                    field,
                    name + " refers to " + Advice.simple(java.arguments(type).getFirst(), java)
                            + ", and it is not said what happens to this row when that one is deleted.",
                    "add @ForeignKey(onDelete = CASCADE), or another choice of OnDelete; or @OneToOne.");
            return null;
        }
        var key = keyType(type, java);
        var kept = values.of(key, new Marks(java.element(key).orElseThrow(), java.elements()));
        boolean several = kept.isEmpty() || keys(java.arguments(type).getFirst()) > 1;
        if (several || TAKEN.contains(field.getSimpleName().toString())) {
            unfit(field, name, several);
            return null;
        }
        var target = (ClassName)
                TypeName.of(java.types().erasure(java.arguments(type).getFirst()));
        var reference = new Reference(
                target,
                TypeName.of(key),
                java.is(type, Api.KEYED_REF),
                marks.ours("OneToOne").isPresent(),
                mark.get().constant("onDelete"));
        setsNull(field, name, reference, nullable);
        return new FieldShape(field, marks, type, column(field, marks, mark), nullable, kept.get(), reference);
    }

    private void unfit(VariableElement field, String name, boolean key) {
        problems.report(
                field,
                key
                        ? name + " refers to a model with a key of several fields, for which one column is too few."
                        : name + " has the name of a method of every object, so that the way to the other model "
                                + "cannot be called so.",
                key
                        ? "refer to a model with a key of one field, and let the other fields be @Unique there."
                        : "give it another name; @ForeignKey(column = \"…\") keeps the column's.");
    }

    /** How many fields of a model are its key. */
    private long keys(TypeMirror model) {
        return FieldsOfClass.of(java.element(model).orElseThrow(), java).stream()
                .filter(it -> new Marks(it, java.elements()).ours("Key").isPresent())
                .count();
    }

    private boolean target(TypeMirror type) {
        var target = java.arguments(type).getFirst();
        return java.model(target)
                && !java.element(target).orElseThrow().getModifiers().contains(Modifier.ABSTRACT);
    }

    static String column(VariableElement field, Marks marks, Optional<Marks.Mark> mark) {
        return mark.map(it -> it.text("column"))
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> FieldReader.column(field, marks, "_id"));
    }

    private void setsNull(VariableElement field, String name, Reference reference, boolean nullable) {
        if (reference.onDelete().endsWith("SET_NULL") && !nullable) {
            problems.report(
                    field,
                    name + " becomes NULL when the " + reference.target().simpleName()
                            + " it refers to is deleted, and it is not declared as one that may be null.",
                    "add @Nullable to its type, or choose another onDelete.");
        }
    }
}
