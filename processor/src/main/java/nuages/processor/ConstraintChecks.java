package nuages.processor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Jakarta's constraints must be for the type of their field; else validating would fail whatever the value. Types that are
 * not known here may have a validator of their own.
 */
final class ConstraintChecks {
    private static final Set<Sort> COUNTED = EnumSet.of(Sort.TEXT, Sort.SEVERAL);
    private static final Set<Sort> SIZED = EnumSet.of(Sort.TEXT, Sort.SEVERAL, Sort.ENUM);
    private static final Set<Sort> TEXTS = EnumSet.of(Sort.TEXT);
    private static final Set<Sort> NUMBERS = EnumSet.of(Sort.NUMBER, Sort.TEXT);
    private static final Set<Sort> TIMES = EnumSet.of(Sort.TIME);
    private static final Set<Sort> FLAGS = EnumSet.of(Sort.FLAG);

    private static final Map<String, Set<Sort>> WANTED = Map.ofEntries(
            Map.entry("Size", SIZED),
            Map.entry("NotEmpty", COUNTED),
            Map.entry("NotBlank", TEXTS),
            Map.entry("Email", TEXTS),
            Map.entry("Pattern", TEXTS),
            Map.entry("Min", NUMBERS),
            Map.entry("Max", NUMBERS),
            Map.entry("DecimalMin", NUMBERS),
            Map.entry("DecimalMax", NUMBERS),
            Map.entry("Digits", NUMBERS),
            Map.entry("Positive", NUMBERS),
            Map.entry("PositiveOrZero", NUMBERS),
            Map.entry("Negative", NUMBERS),
            Map.entry("NegativeOrZero", NUMBERS),
            Map.entry("Past", TIMES),
            Map.entry("PastOrPresent", TIMES),
            Map.entry("Future", TIMES),
            Map.entry("FutureOrPresent", TIMES),
            Map.entry("AssertTrue", FLAGS),
            Map.entry("AssertFalse", FLAGS));

    private final Java java;
    private final Problems problems;

    ConstraintChecks(Java java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    /** What constraints know of a type. */
    private enum Sort {
        TEXT("texts"),
        SEVERAL("collections, maps and arrays"),
        NUMBER("numbers"),
        FLAG("booleans"),
        TIME("dates and times"),
        ENUM("enums"),
        /** No constraint but those about null. */
        OTHER("");

        private final String words;

        Sort(String words) {
            this.words = words;
        }
    }

    void check(FieldShape field) {
        var sort = sort(field.type());
        for (var constraint : field.marks().constraints()) {
            var wanted = WANTED.get(constraint);
            if (wanted != null && sort.isPresent() && !wanted.contains(sort.get())) {
                problems.report(
                        field.element(),
                        Java.name(field.element()) + " has @" + constraint + " and is of type "
                                + Advice.simple(field.type(), java) + ", and that constraint is for "
                                + wanted.stream().map(it -> it.words).collect(Collectors.joining(", ")) + ".",
                        "remove @" + constraint + ".");
            }
        }
    }

    private Optional<Sort> sort(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return Optional.of(Sort.SEVERAL);
        }
        if (java.kind(type, ElementKind.ENUM)) {
            return Optional.of(Sort.ENUM);
        }
        return switch (java.name(java.boxed(type))) {
            case "java.lang.String" -> Optional.of(Sort.TEXT);
            case "java.util.List", "java.util.Set", "java.util.Map" -> Optional.of(Sort.SEVERAL);
            case "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Float",
                    "java.lang.Double",
                    "java.math.BigDecimal",
                    "java.math.BigInteger" -> Optional.of(Sort.NUMBER);
            case "java.lang.Boolean" -> Optional.of(Sort.FLAG);
            case "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.LocalTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.Year",
                    "java.time.YearMonth" -> Optional.of(Sort.TIME);
            case "java.lang.Character", "java.time.Duration", "java.util.UUID", "java.net.URI" ->
                Optional.of(Sort.OTHER);
            default -> Optional.empty();
        };
    }
}
