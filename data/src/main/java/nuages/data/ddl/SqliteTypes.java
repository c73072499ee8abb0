package nuages.data.ddl;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;

/** The names of types that SQLite keeps as they were written; Django's own mean what they mean to Django. */
final class SqliteTypes {
    private static final Pattern SIZED = Pattern.compile("varchar ?\\( ?(\\d+) ?\\)");

    private SqliteTypes() {}

    static ColumnType type(String written) {
        String words = written.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        Matcher sized = SIZED.matcher(words);
        if (sized.matches()) {
            return new Characters(Integer.parseInt(sized.group(1)));
        }
        return switch (words) {
            case "smallint", "smallint unsigned" -> new SmallInteger(false);
            case "integer", "int", "integer unsigned" -> new Whole(false);
            case "bigint", "bigint unsigned" -> new BigInteger(false);
            case "decimal" -> new Decimal(0, 0);
            case "real" -> new Real();
            case "bool", "boolean" -> new Bool();
            case "varchar" -> new Characters(0);
            case "text" -> new Text();
            case "date" -> new Date();
            case "time" -> new Time();
            case "datetime" -> new Timestamp();
            case "char(32)" -> new Uuid();
            case "blob" -> new Binary();
            case "char(39)" -> new IpAddress();
            default -> new Other(written.isBlank() ? "any" : written.strip());
        };
    }
}
