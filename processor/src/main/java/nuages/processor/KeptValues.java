package nuages.processor;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import nuages.processor.Kept.Kind;

/** Finds how the values of a type are kept. */
final class KeptValues {
    private static final int ENUM = 50;
    private static final int EMAIL = 254;
    private static final int URL = 200;
    private static final int SLUG = 50;

    private final Java java;
    private final Documents documents;

    KeptValues(Java java) {
        this.java = java;
        this.documents = new Documents(java);
    }

    /** How a field's values are kept; none if no column holds such values. */
    Optional<Kept> of(TypeMirror type, Marks marks) {
        var name = TypeName.boxed(type);
        boolean positive = marks.constraint("Positive").isPresent()
                || marks.constraint("PositiveOrZero").isPresent();
        if (marks.ours("Json").isPresent()) {
            return documents.of(type);
        }
        return switch (type.getKind()) {
            case ARRAY -> array((ArrayType) type);
            case DECLARED, INT, LONG, SHORT, DOUBLE, FLOAT, BOOLEAN ->
                switch (java.name(java.boxed(type))) {
                    case "java.lang.Short" -> whole(name, "SmallInteger", positive);
                    case "java.lang.Integer" -> whole(name, "Whole", positive);
                    case "java.lang.Long" -> whole(name, "BigInteger", positive);
                    case "java.lang.Double", "java.lang.Float" -> kept(Kind.NUMBER, "Real", name);
                    case "java.lang.Boolean" -> kept(Kind.PLAIN, "Bool", name);
                    case "java.lang.String" -> text(marks);
                    default -> declared(type, name, marks);
                };
            default -> Optional.empty();
        };
    }

    private static Optional<Kept> kept(Kind kind, String column, TypeName type) {
        return Optional.of(Kept.of(kind, Kept.column(column), type));
    }

    private static Optional<Kept> whole(TypeName type, String column, boolean positive) {
        return Optional.of(Kept.of(Kind.NUMBER, whole(column, positive), type));
    }

    /** A type of whole numbers. */
    static Code whole(String column, boolean positive) {
        return Code.of("new $T.$L($L)", Api.COLUMN_TYPE, column, positive);
    }

    private Optional<Kept> declared(TypeMirror type, TypeName name, Marks marks) {
        if (java.is(type, BigDecimal.class)) {
            return marks.constraint("Digits").map(it -> decimal(it.number("integer"), it.number("fraction")));
        } else if (java.is(type, Instant.class)) {
            return kept(Kind.TIME, "Timestamp", name);
        } else if (java.is(type, LocalDate.class)) {
            return kept(Kind.TIME, "Date", name);
        } else if (java.is(type, LocalTime.class)) {
            return kept(Kind.TIME, "Time", name);
        } else if (java.is(type, Duration.class)) {
            return kept(Kind.ORDERED, "Duration", name);
        } else if (java.is(type, UUID.class)) {
            return kept(Kind.ORDERED, "Uuid", name);
        } else if (java.is(type, InetAddress.class)) {
            return Optional.of(new Kept(Kind.PLAIN, Kept.column("IpAddress"), Code.of("$T.inetAddress()", Api.CODEC)));
        } else if (java.kind(type, ElementKind.ENUM)) {
            return Optional.of(constants(type, name, marks));
        }
        return marks.ours("Column").filter(it -> it.is("array")).isPresent() ? array(type) : documents.plain(type);
    }

    private Optional<Kept> array(TypeMirror type) {
        var elements = java.arguments(type);
        if (java.is(type, List.class) && java.kind(elements.isEmpty() ? type : elements.getFirst(), ElementKind.ENUM)) {
            var element = elements.getFirst();
            var name = TypeName.of(element);
            return Optional.of(documents.array(
                    element,
                    constants(element, name, new Marks(java.element(element).orElseThrow(), java.elements()))
                            .column()));
        }
        return documents.array(type);
    }

    private static Kept decimal(int whole, int places) {
        return new Kept(
                Kind.NUMBER,
                Code.of("new $T.Decimal($L, $L)", Api.COLUMN_TYPE, whole + places, places),
                Code.of("$T.decimal($L)", Api.CODEC, places));
    }

    private static Optional<Kept> array(ArrayType type) {
        return type.getComponentType().getKind() == TypeKind.BYTE
                ? Optional.of(new Kept(Kind.PLAIN, Kept.column("Binary"), Code.of("$T.of(byte[].class)", Api.CODEC)))
                : Optional.empty();
    }

    private static Optional<Kept> text(Marks marks) {
        if (marks.ours("Text.IpAddress").isPresent()) {
            return Optional.of(new Kept(Kind.PLAIN, Kept.column("IpAddress"), Code.of("$T.ipAddress()", Api.CODEC)));
        }
        int max = marks.ours("Text").isPresent() ? 0 : max(marks);
        var column = max == 0 ? Kept.column("Text") : Kept.characters(max);
        return Optional.of(Kept.of(Kind.TEXT, column, ClassName.of("java.lang", "String")));
    }

    /** How long a text may be; 0 if that is not said. */
    private static int max(Marks marks) {
        int said = size(marks);
        if (said > 0) {
            return said;
        } else if (marks.constraint("Email").isPresent()) {
            return EMAIL;
        } else if (marks.ours("Text.Url").isPresent()) {
            return URL;
        }
        return marks.ours("Text.Slug").isPresent() ? SLUG : 0;
    }

    private static int size(Marks marks) {
        int max = marks.constraint("Size").map(it -> it.number("max")).orElse(Integer.MAX_VALUE);
        return max == Integer.MAX_VALUE ? 0 : max;
    }

    private Kept constants(TypeMirror type, TypeName name, Marks marks) {
        int max = size(marks) > 0 ? size(marks) : ENUM;
        var coded = java.as(type, Api.CODED);
        if (coded.isEmpty()) {
            return new Kept(Kind.PLAIN, Kept.characters(max), Code.of("$T.names($T.class)", Api.CODEC, name));
        }
        var code = coded.get().getTypeArguments().getFirst();
        var column = switch (java.name(code)) {
            case "java.lang.Short" -> Code.of("new $T.SmallInteger(false)", Api.COLUMN_TYPE);
            case "java.lang.Integer" -> Code.of("new $T.Whole(false)", Api.COLUMN_TYPE);
            case "java.lang.Long" -> Code.of("new $T.BigInteger(false)", Api.COLUMN_TYPE);
            default -> Kept.characters(max);
        };
        return new Kept(
                Kind.PLAIN, column, Code.of("$T.codes($T.class, $T.class)", Api.CODEC, name, TypeName.of(code)));
    }

    /** The constants of an enum whose names are longer than its column. */
    List<String> tooLong(TypeMirror type, Marks marks) {
        if (!java.kind(type, ElementKind.ENUM) || java.as(type, Api.CODED).isPresent()) {
            return List.of();
        }
        int max = size(marks) > 0 ? size(marks) : ENUM;
        return ElementFilter.fieldsIn(java.element(type).orElseThrow().getEnclosedElements()).stream()
                .filter(it -> it.getKind() == ElementKind.ENUM_CONSTANT)
                .map(it -> it.getSimpleName().toString())
                .filter(it -> it.length() > max)
                .toList();
    }
}
