package nuages.data.ddl;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;

/** PostgreSQL's names of types, as {@code format_type} prints them, and the names it chooses itself. */
final class PostgresTypes {
    private static final Pattern SIZED = Pattern.compile("(character varying|numeric)\\((\\d+)(?:,(\\d+))?\\)");
    private static final int LONGEST = 63;

    private PostgresTypes() {}

    static ColumnType type(String printed, int dimensions) {
        if (printed.endsWith("[]")) {
            var type = type(printed.substring(0, printed.length() - 2), 0);
            for (int i = 0; i < Math.max(1, dimensions); i++) {
                type = new Array(type, 0);
            }
            return type;
        }
        Matcher sized = SIZED.matcher(printed);
        if (sized.matches()) {
            int size = Integer.parseInt(sized.group(2));
            return sized.group(1).equals("numeric")
                    ? new Decimal(size, sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3)))
                    : new Characters(size);
        }
        return switch (printed) {
            case "smallint" -> new SmallInteger(false);
            case "integer" -> new Whole(false);
            case "bigint" -> new BigInteger(false);
            case "numeric" -> new Decimal(0, 0);
            case "double precision" -> new Real();
            case "boolean" -> new Bool();
            case "character varying" -> new Characters(0);
            case "text" -> new Text();
            case "date" -> new Date();
            case "time without time zone" -> new Time();
            case "timestamp with time zone" -> new Timestamp();
            case "interval" -> new Duration();
            case "uuid" -> new Uuid();
            case "bytea" -> new Binary();
            case "jsonb" -> new Json();
            case "inet" -> new IpAddress();
            default -> new Other(printed);
        };
    }

    /**
     * Whether a constraint's name is one the server chose for a column, as its {@code makeObjectName} does: the longer of
     * table and column is cut, and what is taken is numbered.
     */
    static boolean chosen(String name, String table, String column, String label) {
        String expected = choice(table, column, label);
        return name.startsWith(expected) && name.substring(expected.length()).matches("\\d*");
    }

    /** The name the server chooses if nothing has it. */
    static String choice(String table, String column, String label) {
        int room = LONGEST - label.length() - 2;
        int first = bytes(table);
        int second = bytes(column);
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return cut(table, first) + "_" + cut(column, second) + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The longest start of that many bytes that cuts no character. */
    private static String cut(String text, int bytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
