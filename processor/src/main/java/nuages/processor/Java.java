package nuages.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about the types of the program that is compiled. */
record Java(Types types, Elements elements) {
    /** A field or a class by its name and that of what it is in. */
    static String name(Element element) {
        return outer(element) + "." + element.getSimpleName();
    }

    /** The name of what something is in. */
    static String outer(Element element) {
        var outer = element.getEnclosingElement();
        return outer == null ? "" : outer.getSimpleName().toString();
    }

    /** The class of a type; none for primitive types and arrays. */
    Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** The full name of a type's class; empty if it has none. */
    String name(TypeMirror type) {
        return element(type).map(it -> it.getQualifiedName().toString()).orElse("");
    }

    boolean is(TypeMirror type, ClassName wanted) {
        return name(type).equals(wanted.canonicalName());
    }

    boolean is(TypeMirror type, Class<?> wanted) {
        return name(type).equals(wanted.getCanonicalName());
    }

    boolean kind(TypeMirror type, ElementKind kind) {
        return element(type).filter(it -> it.getKind() == kind).isPresent();
    }

    List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }

    /** The class, or the wrapper of a primitive type. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    /** The same type as a class or interface that it extends, however far up. */
    Optional<DeclaredType> as(TypeMirror type, ClassName wanted) {
        if (is(type, wanted)) {
            return Optional.of((DeclaredType) type);
        }
        for (var parent : types.directSupertypes(type)) {
            var found = as(parent, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether it is a model that has rows. Its interfaces are not looked at: those of a text alone are six. */
    boolean model(TypeMirror type) {
        for (var each = element(type);
                each.isPresent();
                each = element(each.get().getSuperclass())) {
            if (is(each.get().asType(), Api.KEYED_MODEL)) {
                return true;
            }
        }
        return false;
    }

    /** The first class in a type that only its own file can name. */
    Optional<TypeElement> hidden(TypeMirror type) {
        for (Element each = element(type).orElse(null);
                each instanceof TypeElement it;
                each = each.getEnclosingElement()) {
            if (it.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(it);
            }
        }
        return arguments(type).stream().flatMap(it -> hidden(it).stream()).findFirst();
    }
}
