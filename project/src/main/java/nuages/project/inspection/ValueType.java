package nuages.project.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of a column's values.
 *
 * @param name its full name, or that of a primitive type
 * @param element the class of what a list holds
 * @param marks what a field of it needs
 * @param guess what had to be guessed: a sentence with a place for the column's name
 */
record ValueType(
        String name,
        @Nullable String element,
        List<Mark> marks,
        @Nullable String guess) {
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean", "short", "Short", "int", "Integer", "long", "Long", "float", "Float", "double",
            "Double");

    static ValueType of(String name, Mark... marks) {
        return new ValueType(name, null, List.of(marks), null);
    }

    /**
     * Of a column's values.
     *
     * @param sizeless whether the database does not keep how many digits decimal numbers have
     */
    static ValueType of(ColumnType type, boolean sizeless) {
        return switch (type) {
            case SmallInteger it -> whole("short", it.positive());
            case Whole it -> whole("int", it.positive());
            case BigInteger it -> whole("long", it.positive());
            case Decimal it -> decimal(it, sizeless);
            case Real _ -> of("double");
            case Bool _ -> of("boolean");
            case Characters it ->
                it.max() == 0
                        ? of("String", column("varchar"))
                        : of("String", Mark.constraint("Size", "max = " + it.max()));
            case Text _ -> of("String");
            case Date _ -> of("java.time.LocalDate");
            case Time _ -> of("java.time.LocalTime");
            case Timestamp _ -> of("java.time.Instant");
            case Duration _ -> of("java.time.Duration");
            case Uuid _ -> of("java.util.UUID");
            case Binary _ -> of("byte[]");
            case Json _ -> of("String", Mark.ours("Json", ""));
            case IpAddress _ -> of("String", Mark.ours("Text.IpAddress", ""));
            case Array it -> array(it);
            case Other it -> OtherTypes.of(it.sql());
        };
    }

    private static ValueType whole(String name, boolean positive) {
        return positive ? of(name, Mark.constraint("PositiveOrZero", "")) : of(name);
    }

    static Mark column(String type) {
        return Mark.ours("Column", "type = " + Literals.text(type));
    }

    private static ValueType decimal(Decimal type, boolean sizeless) {
        if (type.digits() == 0 && !sizeless) {
            return OtherTypes.of("decimal");
        }
        boolean said = type.digits() > 0;
        var digits = said
                ? "integer = " + (type.digits() - type.places()) + ", fraction = " + type.places()
                : "integer = 10, fraction = 5";
        return new ValueType(
                "java.math.BigDecimal",
                null,
                List.of(Mark.constraint("Digits", digits)),
                said ? null : OtherTypes.DIGITS);
    }

    private static ValueType array(Array type) {
        String element = switch (type.element()) {
            case Text _, Characters _ -> "String";
            case SmallInteger _ -> "Short";
            case Whole _ -> "Integer";
            case BigInteger _ -> "Long";
            case Real _ -> "Double";
            case Bool _ -> "Boolean";
            default -> null;
        };
        String plain = type.element() instanceof Characters it
                ? it.max() == 0 ? "varchar[]" : "varchar(" + it.max() + ")[]"
                : null;
        return element == null
                ? OtherTypes.of("array")
                : new ValueType(
                        "java.util.List",
                        element,
                        List.of(Mark.ours(
                                "Column", "array = true" + (plain == null ? "" : ", type = " + Literals.text(plain)))),
                        null);
    }

    boolean primitive() {
        return BOXES.containsKey(name);
    }

    /** Its class, where a primitive type cannot stand. */
    ValueType boxed() {
        return new ValueType(BOXES.getOrDefault(name, name), element, marks, guess);
    }

    Optional<String> guessed() {
        return Optional.ofNullable(guess);
    }
}
