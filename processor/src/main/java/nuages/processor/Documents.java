package nuages.processor;

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
            return Optional.of(kept(Code.of("$T.jsonText()", Api.CODEC)));
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

    private static Kept kept(Code codec) {
        return new Kept(Kind.JSON, Kept.column("Json"), codec);
    }

    private Code codec(TypeMirror type) {
        return java.arguments(type).isEmpty()
                ? Code.of("$T.json($T.class)", Api.CODEC, raw(type))
                : Code.of("$T.json($L)", Api.CODEC, parts(type));
    }

    /** A generic type's class, and its arguments as what reflection has for them. */
    private Code parts(TypeMirror type) {
        var arguments = java.arguments(type).stream().map(this::argument).toList();
        return Code.of("$T.class, $L", raw(type), Code.join(arguments, ", "));
    }

    private Code argument(TypeMirror type) {
        return java.arguments(type).isEmpty()
                ? Code.of("$T.class", raw(type))
                : Code.of("$T.generic($L)", Api.CODEC, parts(type));
    }

    private TypeName raw(TypeMirror type) {
        return TypeName.of(java.types().erasure(type));
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
            case "java.util.UUID" -> "Uuid()";
            default -> "";
        };
        return column.isEmpty()
                ? Optional.empty()
                : Optional.of(array(element, Code.of("new $T.$L", Api.COLUMN_TYPE, column)));
    }

    /** An array of elements that are kept in such a column. */
    Kept array(TypeMirror element, Code column) {
        return new Kept(
                Kind.PLAIN,
                Code.of("new $T.Array($L, 0)", Api.COLUMN_TYPE, column),
                Code.of("$T.array($T.class)", Api.CODEC, raw(element)));
    }
}
