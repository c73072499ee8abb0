package nuages.data.dialect;

import java.sql.SQLException;
import java.util.Arrays;
import nuages.data.error.ConstraintViolated.Kind;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite's result codes mean; see "Result and Error Codes" in its manual. The driver begins its messages with the
 * extended code's name: {@code [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint failed: t.c)}.
 */
final class SqliteErrors {
    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NO_MEMORY = 7;
    private static final int READ_ONLY = 8;
    private static final int INTERRUPTED = 9;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int MISUSE = 21;
    private static final int NOT_A_DATABASE = 26;

    private SqliteErrors() {}

    static DatabaseException translate(SQLException thrown, String sql) {
        SQLException failure = Failures.root(thrown);
        var say = new Failures("SQLite", sql, thrown);
        return switch (failure.getErrorCode()) {
            case CONSTRAINT -> constraint(failure, say);
            case BUSY -> code(failure).equals("SQLITE_BUSY_SNAPSHOT") ? say.serialization() : say.lock();
            case LOCKED -> say.lock();
            case INTERRUPTED -> say.cancelled();
            case READ_ONLY -> say.readOnly();
            case FULL, NO_MEMORY -> say.outOfRoom();
            case CANNOT_OPEN, PERMISSION ->
                say.refused("the file cannot be opened; does its folder exist and may it be " + "written?");
            case NOT_A_DATABASE, CORRUPT -> say.refused("the file is damaged or no SQLite database");
            case INPUT_OUTPUT -> say.lost();
            case TOO_BIG -> say.value("a text or value is too big");
            case MISMATCH -> say.value("a value is not of the kind of the column it is for");
            case 1 -> invalid(failure, say);
            default -> broken(failure) ? say.lost() : say.other();
        };
    }

    private static DatabaseException constraint(SQLException failure, Failures say) {
        String name = name(failure);
        return switch (code(failure)) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                columns(say, Kind.UNIQUE, name);
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> say.constraint(Kind.FOREIGN_KEY, null);
            case "SQLITE_CONSTRAINT_CHECK" -> say.constraint(Kind.CHECK, name);
            case "SQLITE_CONSTRAINT_NOTNULL" -> columns(say, Kind.NOT_NULL, name);
            case "SQLITE_CONSTRAINT_DATATYPE" -> say.value("a value is not of the kind of the column it is for");
            default -> say.constraint(Kind.OTHER, name);
        };
    }

    /** Of what SQLite names as {@code table.a, table.b}; an index of expressions it names as such. */
    private static DatabaseException columns(Failures say, Kind kind, @Nullable String named) {
        if (named != null && named.startsWith("index '")) {
            return say.constraint(kind, named.substring("index '".length(), named.length() - 1));
        }
        if (named == null || named.indexOf('.') < 0) {
            return say.constraint(kind, named);
        }
        String table = named.substring(0, named.indexOf('.'));
        var columns = Arrays.stream(named.split(", "))
                .map(it -> it.startsWith(table + ".") ? it.substring(table.length() + 1) : it)
                .toList();
        return say.constraint(kind, named, table, columns);
    }

    private static DatabaseException invalid(SQLException failure, Failures say) {
        String message = message(failure);
        boolean number = message.contains("integer overflow");
        return number ? say.value("a number became too big") : say.invalid(inner(message));
    }

    static boolean broken(SQLException thrown) {
        for (Throwable failure : thrown) {
            if (failure instanceof SQLException sql && brokenByCode(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean brokenByCode(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && state.startsWith("08")) {
            return true;
        }
        return switch (failure.getErrorCode()) {
            case NO_MEMORY, INPUT_OUTPUT, CORRUPT, CANNOT_OPEN, MISUSE, NOT_A_DATABASE -> true;
            case READ_ONLY -> code(failure).equals("SQLITE_READONLY_DBMOVED");
            case 0 -> message(failure).contains("closed");
            default -> false;
        };
    }

    static boolean cancelled(SQLException failure) {
        return Failures.root(failure).getErrorCode() == INTERRUPTED;
    }

    static boolean hopeless(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case PERMISSION, CORRUPT, CANNOT_OPEN, NOT_A_DATABASE -> true;
            default -> false;
        };
    }

    private static String code(SQLException failure) {
        String message = message(failure);
        int end = message.indexOf(']');
        return message.startsWith("[") && end > 0 ? message.substring(1, end) : "";
    }

    /** What stands behind the last "failed: ", such as {@code polls_choice.text}. */
    private static @Nullable String name(SQLException failure) {
        String inner = inner(message(failure));
        int mark = inner.lastIndexOf("failed: ");
        return mark < 0 ? null : inner.substring(mark + "failed: ".length());
    }

    /** SQLite's own words, which the driver puts in brackets behind its own. */
    private static String inner(String message) {
        int start = message.indexOf(" (");
        return start > 0 && message.endsWith(")") ? message.substring(start + 2, message.length() - 1) : message;
    }

    private static String message(SQLException failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }
}
