package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** The fields that a class declares and inherits. */
final class FieldsOfClass {
    private FieldsOfClass() {}

    /** Those that could have a column, those of base classes first. */
    static List<VariableElement> of(TypeElement type, Java java) {
        var fields = new ArrayList<VariableElement>();
        for (var each : hierarchy(type, java)) {
            if (!java.is(each.asType(), Api.KEYED_MODEL)) {
                ElementFilter.fieldsIn(each.getEnclosedElements()).stream()
                        .filter(it -> !left(it, java))
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    /** Left out: what is not the object's, what Java leaves out of an object's state, and the other side of references. */
    private static boolean left(VariableElement field, Java java) {
        return field.getModifiers().contains(Modifier.STATIC)
                || field.getModifiers().contains(Modifier.TRANSIENT)
                || java.is(field.asType(), Api.MANY);
    }

    /** The class and those it extends, the highest first. */
    static List<TypeElement> hierarchy(TypeElement type, Java java) {
        var all = new ArrayList<TypeElement>();
        for (var each = type;
                each != null;
                each = java.element(each.getSuperclass()).orElse(null)) {
            if (!each.getQualifiedName().contentEquals("java.lang.Object")) {
                all.addFirst(each);
            }
        }
        return all;
    }

    /** Whether a field has a type that does not exist yet. */
    static boolean unknownTypes(TypeElement type, Java java) {
        return of(type, java).stream().anyMatch(it -> it.asType().getKind() == TypeKind.ERROR);
    }
}
