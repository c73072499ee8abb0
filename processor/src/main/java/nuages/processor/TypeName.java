package nuages.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** A type as code names it, without annotations. */
sealed interface TypeName permits ClassName, TypeName.Generic, TypeName.Array, TypeName.Bounded, TypeName.Word {
    /** What it is called where these classes are imported. */
    String in(Imports imports);

    /** A class with arguments. */
    record Generic(ClassName raw, List<TypeName> arguments) implements TypeName {
        @Override
        public String in(Imports imports) {
            return raw.in(imports)
                    + arguments.stream().map(it -> it.in(imports)).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    /** An array. */
    record Array(TypeName element) implements TypeName {
        @Override
        public String in(Imports imports) {
            return element.in(imports) + "[]";
        }
    }

    /** Some type that extends another or is extended by it. */
    record Bounded(String word, TypeName bound) implements TypeName {
        @Override
        public String in(Imports imports) {
            return "? " + word + " " + bound.in(imports);
        }
    }

    /** What has no package: a primitive type, a variable, any type at all. */
    record Word(String text) implements TypeName {
        @Override
        public String in(Imports imports) {
            return text;
        }
    }

    /** A class with arguments. */
    static TypeName generic(ClassName raw, TypeName... arguments) {
        return new Generic(raw, List.of(arguments));
    }

    /** As the compiler knows it. */
    static TypeName of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED, ERROR -> declared((DeclaredType) type);
            case ARRAY -> new Array(of(((ArrayType) type).getComponentType()));
            case TYPEVAR ->
                new Word(((TypeVariable) type).asElement().getSimpleName().toString());
            case WILDCARD -> wildcard((WildcardType) type);
            default -> new Word(type.getKind().name().toLowerCase(Locale.ROOT));
        };
    }

    private static TypeName declared(DeclaredType type) {
        var raw = ClassName.of((TypeElement) type.asElement());
        return type.getTypeArguments().isEmpty()
                ? raw
                : new Generic(
                        raw, type.getTypeArguments().stream().map(TypeName::of).toList());
    }

    private static TypeName wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return new Bounded("extends", of(type.getExtendsBound()));
        }
        return type.getSuperBound() == null ? new Word("?") : new Bounded("super", of(type.getSuperBound()));
    }

    /** As the compiler knows it; the class of a primitive type. */
    static TypeName boxed(TypeMirror type) {
        var kind = type.getKind();
        if (!kind.isPrimitive()) {
            return of(type);
        }
        String word = kind.name();
        return ClassName.of(
                "java.lang",
                kind == TypeKind.INT
                        ? "Integer"
                        : kind == TypeKind.CHAR
                                ? "Character"
                                : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
    }
}
