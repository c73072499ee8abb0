package nuages.processor;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What to write instead of a type that has no column. */
final class Advice {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("java.util.Date", "use Instant for a moment, or LocalDate for a day"),
            Map.entry("java.util.Calendar", "use Instant for a moment, or LocalDate for a day"),
            Map.entry("java.sql.Timestamp", "use Instant"),
            Map.entry("java.sql.Date", "use LocalDate"),
            Map.entry("java.sql.Time", "use LocalTime"),
            Map.entry("java.time.LocalDateTime", "use Instant for a moment, or a LocalDate and a LocalTime"),
            Map.entry("java.time.OffsetDateTime", "use Instant, and a field for the zone if it matters"),
            Map.entry("java.time.ZonedDateTime", "use Instant, and a field for the zone if it matters"),
            Map.entry("java.time.Period", "use Duration, or an int of days or months"),
            Map.entry("java.time.Year", "use int"),
            Map.entry("java.math.BigInteger", "use long, or BigDecimal with @Digits(integer = 30, fraction = 0)"),
            Map.entry("java.math.BigDecimal", "add @Digits(integer = 8, fraction = 2)"),
            Map.entry("java.lang.Character", "use String with @Size(max = 1)"),
            Map.entry("char", "use String with @Size(max = 1)"),
            Map.entry("java.lang.Byte", "use short"),
            Map.entry("byte", "use short"),
            Map.entry("java.lang.CharSequence", "use String"),
            Map.entry("java.lang.Number", "use long, int, double or BigDecimal"),
            Map.entry("java.io.InputStream", "use byte[]"),
            Map.entry("java.net.URI", "use String with @Text.Url"),
            Map.entry("java.net.URL", "use String with @Text.Url"),
            Map.entry("java.util.ArrayList", "use List"),
            Map.entry("java.util.HashMap", "use Map"),
            Map.entry("java.util.HashSet", "use Set"));

    private Advice() {}

    /** The type as people read it. */
    static String simple(TypeMirror type, Java java) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(Locale.ROOT); // without its annotations
        }
        String name =
                java.element(type).map(it -> it.getSimpleName().toString()).orElse(type.toString());
        var arguments = java.arguments(type);
        return arguments.isEmpty()
                ? name
                : name + "<"
                        + String.join(
                                ", ",
                                arguments.stream().map(it -> simple(it, java)).toList()) + ">";
    }

    /** Why it has no column. */
    static String meaning(TypeMirror type, Java java) {
        return java.is(type, BigDecimal.class)
                ? "databases want to know how many digits there are."
                : "no column holds such values.";
    }

    static String of(VariableElement field, TypeMirror type, Java java) {
        var column = new Marks(field, java.elements()).ours("Column");
        if (column.filter(it -> it.is("array")).isPresent()) {
            return "an array is a List of String, Short, Integer, Long, Double or Boolean; without \"array\", other"
                    + " collections are kept as JSON.";
        }
        String name = java.name(type).isEmpty() ? type.toString() : java.name(type);
        if (INSTEAD.containsKey(name)) {
            return INSTEAD.get(name) + "; a field that is no column is transient.";
        }
        var arguments = java.arguments(type);
        if (name.equals("java.util.Optional") && !arguments.isEmpty()) {
            return "write \"@Nullable " + simple(arguments.getFirst(), java) + " " + field.getSimpleName() + "\".";
        }
        if (java.model(type)) {
            return "write \"@ForeignKey(onDelete = CASCADE) Ref<" + simple(type, java) + "> " + field.getSimpleName()
                    + "\".";
        }
        if (arguments.stream().anyMatch(java::model)) {
            String model = simple(arguments.getFirst(), java);
            return "write a method \"Many<" + model + "> " + field.getSimpleName() + "() { return many(" + model
                    + "_.…); }\" with the foreign key that refers here.";
        }
        return "use String, a number, boolean, Instant or another type of java.time, UUID, byte[], an enum, a record"
                + " or a collection (kept as JSON); add @Json to keep any other class so; a field that is no column is"
                + " transient.";
    }
}
