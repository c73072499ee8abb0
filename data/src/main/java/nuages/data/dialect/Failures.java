package nuages.data.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.ConstraintViolated.Kind;
import nuages.data.error.DatabaseException;
import nuages.data.error.DatabaseUnavailable;
import nuages.data.error.InvalidSql;
import nuages.data.error.LockTimeout;
import nuages.data.error.RejectedValue;
import nuages.data.error.SerializationFailure;
import nuages.data.error.StatementTimeout;
import org.jspecify.annotations.Nullable;

/**
 * The words of the exceptions, the same for every database. They never hold a parameter's value: what the driver says
 * is repeated only where it can name nothing but tables, columns and hosts.
 *
 * @param database its name, such as PostgreSQL
 * @param sql the statement that failed, or what was being done
 * @param cause what the driver threw
 */
record Failures(String database, String sql, SQLException cause) {
    private static final int LONGEST_SQL = 300;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** The exception that tells the most: drivers wrap what went wrong in a batch. */
    static SQLException root(SQLException failure) {
        SQLException next = failure.getNextException();
        return failure instanceof BatchUpdateException && next != null ? next : failure;
    }

    ConstraintViolated constraint(Kind kind, @Nullable String name) {
        return constraint(kind, name, null, List.of());
    }

    ConstraintViolated constraint(Kind kind, @Nullable String name, @Nullable String table, List<String> columns) {
        String named = name == null ? "" : " \"" + name + "\"";
        String text = switch (kind) {
            case UNIQUE ->
                "a row breaks the unique constraint" + named + ": another row already has this value. "
                        + "Save another value, or change the row that has it";
            case FOREIGN_KEY ->
                "a row breaks the foreign key" + named + ": it refers to a row that is not there, or a row that "
                        + "others refer to was to go. Save the row it refers to first, or first delete those that "
                        + "refer to it";
            case CHECK ->
                "a row breaks the check constraint" + named + ": a value is outside of what the table allows. "
                        + "Save a value that the constraint allows";
            case NOT_NULL ->
                "a row has no value for" + (name == null ? " a column" : named)
                        + ", which must have one. Give it a value, or let the column be NULL";
            case OTHER ->
                "a row breaks the constraint" + named + " with a value that clashes with another row. "
                        + "Save another value";
        };
        return new ConstraintViolated(text + where(), kind, name, table, columns, cause);
    }

    SerializationFailure serialization() {
        return new SerializationFailure(
                "the transaction clashed with another one and " + database
                        + " undid it: nothing of it was saved. Run the whole transaction again" + where(),
                cause);
    }

    LockTimeout lock() {
        return new LockTimeout(
                "a row or table stayed locked by another transaction for longer than this one may wait: this statement "
                        + "changed nothing. Run the transaction again, and keep transactions that write short"
                        + where(),
                cause);
    }

    StatementTimeout timeout() {
        return new StatementTimeout(
                "the statement ran longer than it may and " + database
                        + " stopped it: it changed nothing. Make it faster, with an index or fewer rows, or allow it"
                        + " more time with statementTimeout"
                        + where(),
                cause);
    }

    DatabaseException cancelled() {
        return new DatabaseException(
                "the statement was cancelled, on the server or by another thread: it changed nothing. If nobody here "
                        + "asked for that, ask who looks after the server"
                        + where(),
                cause);
    }

    DatabaseUnavailable unreachable(String words) {
        return new DatabaseUnavailable(
                database + " cannot be reached: " + line(words)
                        + ". The server is down, starting, or not where the database's URL says. Start it, or correct"
                        + " the URL's host and port"
                        + where(),
                SOON,
                cause);
    }

    DatabaseUnavailable lost() {
        return new DatabaseUnavailable(
                "the connection to " + database + " was lost: the server ended it or the network broke. What the "
                        + "transaction had done is undone. Run it again once the database is back"
                        + where(),
                SOON,
                cause);
    }

    DatabaseUnavailable full() {
        return new DatabaseUnavailable(
                database + " accepts no more connections: all of its slots are taken. Lower pool.size or the number of "
                        + "instances, or raise the server's max_connections"
                        + where(),
                SOON,
                cause);
    }

    DatabaseException refused(String words) {
        return new DatabaseException(
                database + " refused the connection: " + line(words)
                        + ". Trying again will not help. Correct the user, password or database name in the database's"
                        + " URL, or create them on the server"
                        + where(),
                cause);
    }

    InvalidSql invalid(String words) {
        return new InvalidSql(
                database + " does not understand the statement: " + line(words)
                        + ". Correct it, or migrate the database if a table or column is missing"
                        + where(),
                cause);
    }

    RejectedValue value(String what) {
        return new RejectedValue(
                what + ": " + database
                        + " did not take it, and nothing was saved. Check the value before it is saved, or "
                        + "widen the column"
                        + where(),
                cause);
    }

    DatabaseException aborted() {
        return new DatabaseException(
                "an earlier statement of this transaction failed, so " + database
                        + " ignores the rest of it. Let the first failure leave the atomic block, or put what may fail"
                        + " in an atomic block of its own"
                        + where(),
                cause);
    }

    DatabaseException readOnly() {
        return new DatabaseException(
                "a statement that writes was run where only reading is allowed. Run it outside of the read-only "
                        + "transaction, or make the database writable"
                        + where(),
                cause);
    }

    DatabaseException forbidden(String words) {
        return new DatabaseException(
                database + " does not allow this user that statement: " + line(words)
                        + ". Grant it on the server, or use another user in the database's URL"
                        + where(),
                cause);
    }

    DatabaseException outOfRoom() {
        return new DatabaseException(
                database + " has run out of disk or memory: nothing was saved. Make room on the server" + where(),
                cause);
    }

    DatabaseException other() {
        String state = cause.getSQLState();
        return new DatabaseException(
                database + " failed (SQLSTATE " + (state == null ? "none" : state) + ", code " + cause.getErrorCode()
                        + "): what the driver said is this exception's cause"
                        + where(),
                cause);
    }

    /** The statement on one line, cut where it gets long. */
    private String where() {
        String flat = sql.strip().replaceAll("\\s+", " ");
        String cut = flat.length() <= LONGEST_SQL ? flat : flat.substring(0, LONGEST_SQL) + " …";
        return ". It happened in: " + cut;
    }

    /** The first line of what a driver said, without a full stop. */
    private static String line(String words) {
        String first = words.strip().lines().findFirst().orElse("it does not say why");
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
