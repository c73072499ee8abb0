package nuages.data.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** One kind of database: its statements, its errors and how it keeps values. Immutable; threads share it. */
public sealed interface Dialect permits Postgres, MariaDb, Sqlite {
    /** The name users know it by, such as {@code PostgreSQL}. */
    String name();

    /**
     * What the framework's exception for a driver's exception is. Its message holds no parameter's value.
     *
     * @param sql the statement that failed, or what was being done: {@code connect}, {@code commit}
     */
    DatabaseException translate(SQLException failure, String sql);

    /** Whether the connection is no longer of use after this failure; in doubt it is not. */
    boolean broken(SQLException failure);

    /** Whether the statement failed because somebody cancelled it; its connection is still good. */
    boolean cancelled(SQLException failure);

    /** Whether connecting failed for a reason that trying again will not cure, such as a wrong password. */
    boolean hopeless(SQLException failure);

    /**
     * Statements that each new connection starts with, such as the time zone. They do no harm on servers that do not
     * know what they ask for.
     */
    List<String> greeting();

    /** Further statements for a new connection that will only read; a session that has run them cannot write. */
    List<String> readOnlyGreeting();

    /** A statement that does nothing and answers quickly. */
    String ping();

    /**
     * A query for the number by which the server knows the asking connection. Empty if there is no server, or if the
     * number could mean somebody else's connection: behind a pooler, or with several hosts.
     */
    Optional<String> identity();

    /**
     * A query for those of the numbers whose server side is still there. A number that the server has given to a later
     * connection since does not count; so all of them must have been lost at least that long ago, and have been
     * connected before that. Ask for each number by itself, with the time since it was lost.
     */
    Optional<String> alive(List<Long> ids, Duration lostFor);

    /**
     * Statements that end the server's side of connections that were lost on this side, to be run on another connection,
     * each outside of a transaction. Ask {@link #alive} right before, and end only what it found: MariaDB's statement
     * cannot check by itself whose number it is. See {@link #gone}.
     */
    List<String> end(List<Long> ids, Duration lostFor);

    /**
     * A statement that stops what a connection is sending, to be run on another one. Empty if the driver need not be kept
     * from reading a result to its end when it is closed early.
     */
    Optional<String> stop(long id);

    /** Whether ending a connection failed because the server no longer has it. */
    boolean gone(SQLException failure);

    /** For how long the server may still list a connection after it has closed its socket. */
    Duration lingers();

    /**
     * Whether the driver sends {@code BEGIN} together with the first statement once auto-commit is off, for no round trip
     * of its own.
     *
     * <p>If so, a transaction is: auto-commit off; the statements of {@link #transaction}; the work; {@code commit()} or
     * {@code rollback()} of the connection; auto-commit on. None of these but the statements, the first one of the work
     * and the end are sent. If not, auto-commit stays on (switching it costs a round trip on MariaDB, and the SQLite
     * driver would begin the next transaction with each commit), and a transaction is: the statements of
     * {@link #transaction}, which begin it; the work; the statement {@code COMMIT} or {@code ROLLBACK}. Either way
     * nothing of it stays in the session.
     */
    boolean beginsLazily();

    /** Statements that begin a transaction with these options; see {@link #beginsLazily}. */
    List<String> transaction(Optional<Isolation> isolation, boolean readOnly);

    /**
     * Statements that give a used session its defaults back, to be run outside of a transaction (but see
     * {@link #sharesSessions}); empty if only a new connection has them.
     */
    List<String> reset();

    /**
     * Whether each transaction may run in another session, because a pooler stands between. Then a statement with
     * {@link Effect#SESSION} has no place outside of a transaction, and within one {@link #reset} must be run right
     * before it ends, or the next user of that session finds what it left.
     */
    boolean sharesSessions();

    /** Whether a statement, or one of several, begins or ends a transaction by itself. */
    boolean controlsTransactions(String sql);

    /**
     * A query for the table and the column of a reference that leads nowhere, within the transaction whose commit was
     * refused for it. Empty if the refusal says so itself.
     */
    default Optional<String> dangling() {
        return Optional.empty();
    }

    /** Whether its calls must run on platform threads because they would pin a virtual thread's carrier. */
    boolean platformThreads();

    /** Whether only one transaction can write at a time. */
    boolean singleWriter();

    /** Whether a streamed result must be read within a transaction. */
    boolean streamsInTransaction();

    /** What a statement does to the data and to the session it runs in; several statements count as their worst. */
    Effect effect(String sql);

    /** How many parameters a statement has: question marks outside of texts, names and comments. */
    int parameters(String sql);

    /** A statement without parameters as the driver wants it: where it has a question mark, that stays one. */
    default String withoutParameters(String sql) {
        return sql;
    }

    /** A reader of columns as that type, as this database keeps it; empty if there is none for it. */
    Optional<ColumnReader> reader(Class<?> type);

    /**
     * A whole number of 32 bits, without an object for it; 0 for NULL.
     *
     * @throws ArithmeticException if it has more bits, on SQLite; the drivers of the others throw an SQLException
     */
    default int readInt(ResultSet row, int column) throws SQLException {
        return row.getInt(column);
    }

    /**
     * Sets a parameter (from 1) as this database keeps values of its type.
     *
     * @return whether there is a way to keep it; if not, nothing was set
     */
    boolean bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /** What a statement may do. */
    enum Effect {
        /** Reads only. */
        READ,
        /** Changes rows or tables, and leaves the session as it was. */
        WRITE,
        /** May leave something behind in the session: a setting, a role, a temporary table, a lock, a prepared statement. */
        SESSION
    }
}
