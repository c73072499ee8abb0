package nuages.data.ddl;

import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;

/** How PostgreSQL makes values of one type of values of another; what has no value of the new type is an error. */
final class PostgresCasts {
    private PostgresCasts() {}

    /** What stands behind the new type: nothing where the server finds the way by itself and loses nothing. */
    static String using(PostgresGrammar grammar, ColumnType from, Column to) {
        if ((numeric(from) && numeric(to.type())) || (Types.text(from) && Types.text(to.type()))) {
            return "";
        }
        return " USING " + value(grammar.quote(to.name()), from, to.type(), grammar);
    }

    private static boolean numeric(ColumnType type) {
        return type instanceof Decimal || type instanceof Real || whole(type);
    }

    private static boolean whole(ColumnType type) {
        return type instanceof SmallInteger || type instanceof Whole || type instanceof BigInteger;
    }

    private static String value(String column, ColumnType from, ColumnType to, PostgresGrammar grammar) {
        String cast = "::" + grammar.type(to);
        return switch (to) {
            case Characters _, Text _ -> text(column, from);
            case Bool _ when numeric(from) -> "(" + column + " <> 0)";
            case Duration _ when numeric(from) -> "(" + column + " * interval '1 microsecond')";
            case Timestamp _ when from instanceof Date -> "(" + column + "::timestamp AT TIME ZONE 'UTC')";
            case Binary _ when Types.text(from) -> "convert_to(" + column + ", 'UTF8')";
            case Array it
            when !(from instanceof Array) -> "ARRAY[" + value(column, from, it.element(), grammar) + "]" + cast;
            default -> of(column, from, to) + cast;
        };
    }

    private static String text(String column, ColumnType from) {
        return switch (from) {
            case IpAddress _ -> "host(" + column + ")";
            case Binary _ -> "convert_from(" + column + ", 'UTF8')";
            default -> column + "::text";
        };
    }

    private static String of(String column, ColumnType from, ColumnType to) {
        if (from instanceof Bool && numeric(to)) {
            return column + "::integer";
        }
        if (from instanceof Duration && whole(to)) {
            return "(extract(epoch FROM " + column + ") * 1000000)";
        }
        if (from instanceof Timestamp && (to instanceof Date || to instanceof Time)) {
            return "(" + column + " AT TIME ZONE 'UTC')";
        }
        return column;
    }
}
