package nuages.project.inspection;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java types for columns whose type only their database has, by what the databases call them. */
final class OtherTypes {
    static final String DIGITS = "how many digits column \"%s\" has is a guess, as the database does not say.";

    private static final Pattern SIZED = Pattern.compile("[^(]*\\(\\s*(\\d+)\\s*\\).*");

    private OtherTypes() {}

    static ValueType of(String sql) {
        String words = sql.toLowerCase(Locale.ROOT);
        var column = ValueType.column(sql);
        return switch (words.replaceAll("\\s*\\([^)]*\\)", "").strip().replace(" unsigned", "")) {
            case "character", "char", "nchar", "bpchar", "nvarchar", "character varying" -> text(words, column);
            case "citext", "tinytext", "mediumtext", "text", "clob", "enum", "set" -> ValueType.of("String", column);
            case "real", "float" -> ValueType.of("float", column);
            case "double", "double precision" -> ValueType.of("double", column);
            case "tinyint", "int2", "year" -> ValueType.of("short", column);
            case "mediumint", "int4" -> ValueType.of("int", column);
            case "int8", "unsigned big int" -> ValueType.of("long", column);
            case "numeric", "decimal" -> decimal(column);
            case "timestamp", "timestamp without time zone", "timestamp with time zone", "datetime" ->
                ValueType.of("java.time.Instant", column);
            case "time", "time without time zone" -> ValueType.of("java.time.LocalTime", column);
            case "json" -> ValueType.of("String", Mark.ours("Json", ""), column);
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob" -> ValueType.of("byte[]", column);
            default ->
                new ValueType(
                        "String",
                        null,
                        List.of(column),
                        "column \"%s\" is read as text, as its type is " + sql.replace("%", "%%") + ".");
        };
    }

    private static ValueType text(String words, Mark column) {
        Matcher sized = SIZED.matcher(words);
        return sized.matches()
                ? ValueType.of("String", Mark.constraint("Size", "max = " + sized.group(1)), column)
                : ValueType.of("String", column);
    }

    private static ValueType decimal(Mark column) {
        return new ValueType(
                "java.math.BigDecimal",
                null,
                List.of(Mark.constraint("Digits", "integer = 10, fraction = 5"), column),
                DIGITS);
    }
}
