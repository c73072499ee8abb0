package nuages.data.ddl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import org.jspecify.annotations.Nullable;

/** MariaDB's names of types, as its information schema prints them. */
final class MariaDbTypes {
    private static final Pattern WORDS = Pattern.compile("(\\w+)(?:\\((\\d+)(?:,(\\d+))?\\))?( unsigned)?");

    private MariaDbTypes() {}

    static ColumnType type(String printed, boolean json) {
        Matcher words = WORDS.matcher(printed);
        if (!words.matches()) {
            return new Other(printed);
        }
        int size = number(words.group(2));
        boolean positive = words.group(4) != null;
        return switch (words.group(1)) {
            case "smallint" -> new SmallInteger(positive);
            case "int" -> new Whole(positive);
            case "bigint" -> new BigInteger(positive);
            case "decimal" -> positive ? new Other(printed) : new Decimal(size, number(words.group(3)));
            case "varchar" -> new Characters(size);
            default -> other(printed, json);
        };
    }

    private static ColumnType other(String printed, boolean json) {
        return switch (printed) {
            case "tinyint(1)" -> new Bool();
            case "longtext" -> json ? new Json() : new Text();
            case "date" -> new Date();
            case "time(6)" -> new Time();
            case "datetime(6)" -> new Timestamp();
            case "uuid" -> new Uuid();
            case "double" -> new Real();
            case "longblob" -> new Binary();
            case "char(39)" -> new IpAddress();
            default -> new Other(printed);
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
