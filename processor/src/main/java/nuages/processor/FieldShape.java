package nuages.processor;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A field of a model.
 *
 * @param type its type, with the arguments that a generic base class was given
 * @param column the name of its column
 * @param kept how its values are kept; those of a reference are keys
 * @param reference what it refers to
 */
record FieldShape(
        VariableElement element,
        Marks marks,
        TypeMirror type,
        String column,
        boolean nullable,
        Kept kept,
        @Nullable Reference reference) {
    /**
     * A reference to another model.
     *
     * @param key the Java type of the other model's keys
     * @param keyed whether it is one to a model with a key of its own
     */
    record Reference(ClassName target, TypeName key, boolean keyed, boolean single, String onDelete) {
        /** The class that is written for the other model. */
        ClassName metamodel() {
            return ModelShape.generated(target);
        }
    }

    String name() {
        return element.getSimpleName().toString();
    }

    boolean key() {
        return marks.ours("Key").isPresent();
    }

    boolean identity() {
        return marks.ours("Key").filter(it -> it.is("identity")).isPresent();
    }

    boolean primitive() {
        return type.getKind().isPrimitive();
    }

    /** The type of its values as a class. */
    TypeName boxed() {
        return TypeName.boxed(type);
    }

    /** Whether its type has arguments, so that casts to it must be trusted. */
    boolean generic() {
        return boxed() instanceof TypeName.Generic;
    }

    /** What its constant is. */
    TypeName constant(TypeName model) {
        if (reference == null) {
            return kept.kind().type(model, boxed());
        }
        var field = reference.single() ? Api.ONE_TO_ONE_FIELD : Api.FOREIGN_KEY_FIELD;
        return TypeName.generic(field, model, reference.target(), reference.key());
    }
}
