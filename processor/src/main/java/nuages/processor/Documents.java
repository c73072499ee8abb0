package nuages.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import nuages.processor.Kept.Kind;

/** Types whose values are JSON documents, or arrays. */
final class Documents {
    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.List",
            "java.util.Set",
            "java.util.Map",
            "java.util.Collection",
            "java.util.SequencedMap",
            "java.util.SortedMap",
            "java.util.SortedSet");

    private final Java java;

    Documents(Java java) {
        this.java = java;
    }

    /** A type that is a document because a field says so. */
    Optional<Kept> of(TypeMirror type) {
        if (java.is(type, String.class)) {
            return Optional.of(kept(CodeBlock.of("$T.jsonText()", Api.CODEC)));
        }
        return type.getKind() == TypeKind.DECLARED && !java.model(type)
                ? Optional.of(kept(codec(type)))
                : Optional.empty();
    }

    /** A type that is a document by itself: a record, or a collection. */
    Optional<Kept> plain(TypeMirror type) {
        boolean document = java.kind(type, ElementKind.RECORD)
                || COLLECTIONS.contains(java.name(type))
                || java.name(type).startsWith("tools.jackson.databind.");
        boolean ofModels = java.arguments(type).stream().anyMatch(java::model);
        return document && !ofModels ? of(type) : Optional.empty();
    }

    private static Kept kept(CodeBlock codec) {
        return new Kept(Kind.JSON, Kept.column("Json"), codec);
    }

    private CodeBlock codec(TypeMirror type) {
        return java.arguments(type).isEmpty()
                ? CodeBlock.of("$T.json($T.class)", Api.CODEC, raw(type))
                : CodeBlock.of("$T.json($L)", Api.CODEC, parts(type));
    }

    /** A generic type's class, and its arguments as what reflection has for them. */
    private CodeBlock parts(TypeMirror type) {
        var arguments = java.arguments(type).stream().map(this::argument).toList();
        return CodeBlock.of("$T.class, $L", raw(type), CodeBlock.join(arguments, ", "));
    }

    private CodeBlock argument(TypeMirror type) {
        return java.arguments(type).isEmpty()
                ? CodeBlock.of("$T.class", raw(type))
                : CodeBlock.of("$T.generic($L)", Api.CODEC, parts(type));
    }

    private TypeName raw(TypeMirror type) {
        return TypeName.get(java.types().erasure(type)).withoutAnnotations();
    }

    /** A list as an array of PostgreSQL. */
    Optional<Kept> array(TypeMirror type) {
        if (!java.name(type).equals("java.util.List") || java.arguments(type).isEmpty()) {
            return Optional.empty();
        }
        var element = java.arguments(type).getFirst();
        String column = switch (java.name(element)) {
            case "java.lang.String" -> "Text()";
            case "java.lang.Short" -> "SmallInteger(false)";
            case "java.lang.Integer" -> "Whole(false)";
            case "java.lang.Long" -> "BigInteger(false)";
            case "java.lang.Double" -> "Real()";
            case "java.lang.Boolean" -> "Bool()";
            default -> "";
        };
        return column.isEmpty()
                ? Optional.empty()
                : Optional.of(new Kept(
                        Kind.PLAIN,
                        CodeBlock.of("new $T.Array(new $T.$L, 0)", Api.COLUMN_TYPE, Api.COLUMN_TYPE, column),
                        CodeBlock.of("$T.array($T.class)", Api.CODEC, raw(element))));
    }
}
