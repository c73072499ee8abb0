package nuages.data.dialect;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import nuages.data.error.ConstraintViolated.Kind;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's SQLSTATEs mean; see the appendix "PostgreSQL Error Codes" of its manual. */
final class PostgresErrors {
    private PostgresErrors() {}

    static DatabaseException translate(SQLException thrown, String sql) {
        SQLException failure = Failures.root(thrown);
        var say = new Failures("PostgreSQL", sql, thrown);
        String state = state(failure);
        return switch (state) {
            case "23505" -> violated(say, Kind.UNIQUE, failure);
            case "23503" -> violated(say, Kind.FOREIGN_KEY, failure);
            case "23514" -> violated(say, Kind.CHECK, failure);
            case "23502" -> notNull(say, failure);
            case "40001", "40P01" -> say.serialization();
            case "55P03" -> say.lock();
            case "57014" -> timeout(failure) ? say.timeout() : say.cancelled();
            case "53300" -> say.full();
            case "53100", "53200" -> say.outOfRoom();
            case "57P03", "08001", "08004" -> say.unreachable(words(failure));
            case "25P02" -> say.aborted();
            case "25006" -> say.readOnly();
            case "42501" -> say.forbidden(words(failure));
            case "3D000" -> say.refused(words(failure));
            default -> byClass(failure, state, say);
        };
    }

    private static DatabaseException violated(Failures say, Kind kind, SQLException failure) {
        return say.constraint(kind, constraint(failure), table(failure), columns(failure));
    }

    private static DatabaseException notNull(Failures say, SQLException failure) {
        ServerErrorMessage message = message(failure);
        String column = message == null ? null : message.getColumn();
        return say.constraint(
                Kind.NOT_NULL, column(failure), table(failure), column == null ? List.of() : List.of(column));
    }

    private static @Nullable String table(SQLException failure) {
        ServerErrorMessage message = message(failure);
        return message == null ? null : message.getTable();
    }

    /** Those of {@code Key (a, b)=(1, 2) already exists.}; the values behind them are not looked at. */
    private static List<String> columns(SQLException failure) {
        ServerErrorMessage message = message(failure);
        String detail = message == null || message.getDetail() == null ? "" : message.getDetail();
        int start = detail.indexOf('(');
        int end = detail.indexOf(")=(");
        return start < 0 || end < start
                ? List.of()
                : Arrays.stream(detail.substring(start + 1, end).split(", "))
                        .map(it -> it.startsWith("\"") ? it.substring(1, it.length() - 1) : it)
                        .toList();
    }

    private static DatabaseException byClass(SQLException failure, String state, Failures say) {
        if (state.startsWith("28")) {
            return say.refused(words(failure));
        }
        if (broken(failure)) {
            return say.lost();
        }
        if (state.startsWith("23")) {
            return say.constraint(Kind.OTHER, constraint(failure));
        }
        if (state.startsWith("42") || state.startsWith("3F")) {
            return say.invalid(words(failure));
        }
        if (state.startsWith("22")) {
            return say.value(value(state));
        }
        return say.other();
    }

    static boolean broken(SQLException thrown) {
        for (Throwable failure : thrown) {
            if (failure instanceof IOException || (failure instanceof SQLException sql && brokenByState(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Class 08, a session ended by the server, and whatever has no state at all: nobody knows what that did. */
    private static boolean brokenByState(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.startsWith("08") || state.startsWith("58")) {
            return true;
        }
        return switch (state) {
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "XX001", "XX002" -> true;
            default -> "FATAL".equals(severity(failure)) || "PANIC".equals(severity(failure));
        };
    }

    static boolean cancelled(SQLException thrown) {
        SQLException failure = Failures.root(thrown);
        return state(failure).equals("57014") && !timeout(failure);
    }

    static boolean hopeless(SQLException failure) {
        String state = state(failure);
        return state.startsWith("28") || state.equals("3D000") || state.equals("42501");
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** The server says it in the text only, in English unless its lc_messages is another language. */
    private static boolean timeout(SQLException failure) {
        return words(failure).contains("statement timeout") || words(failure).contains("transaction timeout");
    }

    private static String value(String state) {
        return switch (state) {
            case "22001" -> "a text is longer than its column";
            case "22003" -> "a number is out of the range of its column";
            case "22007", "22008" -> "a date or time is out of range or not written as one";
            case "22012" -> "a number was divided by zero";
            case "22021" -> "a text holds a character that the database cannot store, such as NUL";
            default -> "a value does not fit where it is used (SQLSTATE " + state + ")";
        };
    }

    private static @Nullable String constraint(SQLException failure) {
        ServerErrorMessage message = message(failure);
        return message == null ? null : message.getConstraint();
    }

    private static @Nullable String column(SQLException failure) {
        ServerErrorMessage message = message(failure);
        if (message == null || message.getColumn() == null) {
            return null;
        }
        return message.getTable() == null ? message.getColumn() : message.getTable() + "." + message.getColumn();
    }

    private static @Nullable String severity(SQLException failure) {
        ServerErrorMessage message = message(failure);
        return message == null ? null : message.getSeverity();
    }

    /** The server's one-line message, without the detail, which holds values. */
    private static String words(SQLException failure) {
        ServerErrorMessage message = message(failure);
        String words = message == null ? failure.getMessage() : message.getMessage();
        return words == null ? "" : words;
    }

    private static @Nullable ServerErrorMessage message(SQLException failure) {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
