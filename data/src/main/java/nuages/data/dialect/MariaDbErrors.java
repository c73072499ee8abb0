package nuages.data.dialect;

import java.io.IOException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import nuages.data.error.ConstraintViolated.Kind;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** What the error numbers of MariaDB and MySQL mean; see "MariaDB Error Codes" in its manual. */
final class MariaDbErrors {
    private MariaDbErrors() {}

    static DatabaseException translate(SQLException thrown, String sql) {
        SQLException failure = Failures.root(thrown);
        var say = new Failures("MariaDB", sql, thrown);
        return switch (failure.getErrorCode()) {
            case 1062, 1586, 1859 -> say.constraint(Kind.UNIQUE, key(failure));
            case 1451, 1452, 1216, 1217 -> foreignKey(say, failure);
            case 4025 -> say.constraint(Kind.CHECK, between(failure, "CONSTRAINT `", "`"));
            case 3819 -> say.constraint(Kind.CHECK, between(failure, "constraint '", "'"));
            case 1048 -> notNull(say, between(failure, "Column '", "'"));
            case 1364 -> notNull(say, between(failure, "Field '", "'"));
            case 1213, 1020, 3101 -> say.serialization();
            case 1205, 3572 -> say.lock();
            case 1969, 3024 -> say.timeout();
            case 1317 -> say.cancelled();
            case 1040, 1203, 1226 -> say.full();
            case 1044, 1045, 1049, 1698, 1251, 1524 -> say.refused(words(failure));
            case 1142, 1143, 1227, 1370 -> say.forbidden(words(failure));
            case 1792, 1290, 1836 -> say.readOnly();
            case 1021, 1037, 1041, 1114 -> say.outOfRoom();
            case 1406 -> say.value("a text is longer than the column" + named(between(failure, "column '", "'")));
            case 1264, 1690 ->
                say.value("a number is out of the range of the column" + named(between(failure, "column '", "'")));
            case 1265, 1292, 1366, 1411 -> say.value("a value is not of the kind of the column it is for");
            case 1365 -> say.value("a number was divided by zero");
            default -> byState(failure, say);
        };
    }

    private static DatabaseException notNull(Failures say, @Nullable String column) {
        return say.constraint(Kind.NOT_NULL, column, null, column == null ? List.of() : List.of(column));
    }

    /** The server names table, constraint and columns: {@code (`site`.`child`, CONSTRAINT `c` FOREIGN KEY (`a`) …}. */
    private static DatabaseException foreignKey(Failures say, SQLException failure) {
        String table = between(failure, "`.`", "`, CONSTRAINT `");
        String columns = between(failure, "FOREIGN KEY (`", "`)");
        return say.constraint(
                Kind.FOREIGN_KEY,
                between(failure, "CONSTRAINT `", "`"),
                table,
                columns == null ? List.of() : List.of(columns.split("`, `", -1)));
    }

    private static DatabaseException byState(SQLException failure, Failures say) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (broken(failure)) {
            return say.sql().startsWith("connect") ? say.unreachable(words(failure)) : say.lost();
        }
        if (state.startsWith("42")) {
            return say.invalid(words(failure));
        }
        if (state.startsWith("28")) {
            return say.refused(words(failure));
        }
        if (state.startsWith("23")) {
            return say.constraint(Kind.OTHER, null);
        }
        if (state.startsWith("40")) {
            return say.serialization();
        }
        return state.startsWith("22") ? say.value("a value does not fit where it is used") : say.other();
    }

    static boolean broken(SQLException thrown) {
        for (Throwable failure : thrown) {
            if (failure instanceof IOException || (failure instanceof SQLException sql && brokenByCode(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Without a state it is the driver's own failure: to convert a value that it has, or one that nobody knows. */
    private static boolean brokenByCode(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return !(failure instanceof SQLDataException);
        }
        if (state.startsWith("08")) {
            return true;
        }
        return switch (failure.getErrorCode()) {
            case 1053, 1077, 1079, 1080, 1927, 2006, 2013, 2055, 4031 -> true;
            default -> false;
        };
    }

    static boolean cancelled(SQLException failure) {
        return Failures.root(failure).getErrorCode() == 1317;
    }

    static boolean hopeless(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1044, 1045, 1049, 1251, 1524, 1698 -> true;
            default -> "28000".equals(failure.getSQLState());
        };
    }

    /** The key's name; MySQL puts the table's in front of it. */
    private static @Nullable String key(SQLException failure) {
        String key = between(failure, "for key '", "'");
        return key == null ? null : key.substring(key.lastIndexOf('.') + 1);
    }

    private static String named(@Nullable String column) {
        return column == null ? " it is for" : " \"" + column + "\"";
    }

    /** What stands between two marks in the server's message; the last time, because values come first in it. */
    private static @Nullable String between(SQLException failure, String before, String after) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        int start = message.lastIndexOf(before);
        int end = start < 0 ? -1 : message.indexOf(after, start + before.length());
        return end < 0 ? null : message.substring(start + before.length(), end);
    }

    /** The server's message without the driver's {@code (conn=5)}, and without the part of the statement it quotes. */
    private static String words(SQLException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        int start = message.startsWith("(conn") ? message.indexOf(')') + 1 : 0;
        int quote = message.indexOf(" near '");
        int end = quote < 0 ? message.length() : quote;
        return message.substring(Math.min(start, end), end).strip();
    }
}
