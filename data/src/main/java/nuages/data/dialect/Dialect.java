package nuages.data.dialect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nuages.data.error.DatabaseException;

/** One kind of database: its driver, its statements and its errors. Immutable; threads share it. */
public sealed interface Dialect permits Postgres, MariaDb, Sqlite {
    /** The name users know it by, such as {@code PostgreSQL}. */
    String name();

    /**
     * What the framework's exception for a driver's exception is.
     *
     * @param sql the statement that failed, or what was being done ("connect")
     */
    DatabaseException translate(SQLException failure, String sql);

    /** Whether the connection is no longer of use after this failure. */
    boolean broken(SQLException failure);

    /** Whether the statement failed because somebody cancelled it. */
    boolean cancelled(SQLException failure);

    /** Whether connecting failed for a reason that trying again will not cure, such as a wrong password. */
    boolean hopeless(SQLException failure);

    /** Statements that a new connection starts with, such as time zone and timeouts. */
    List<String> greeting();

    /** A statement that does nothing and answers quickly. */
    String ping();

    /** A query for the number by which the server knows the asking connection; empty if there is no server. */
    Optional<String> identity();

    /**
     * A query that ends the server's side of connections that were lost on this side, and answers with the numbers of
     * those that are still there; it takes the ids as one array literal or list, see {@link Postgres} and {@link MariaDb}.
     */
    List<String> end(List<Long> ids, Duration lostFor);

    /** A query for those of the numbers whose server side is still there. */
    Optional<String> alive(List<Long> ids, Duration lostFor);

    /** Statements that begin a transaction with options, to be run first within it. */
    List<String> transaction(Optional<Isolation> isolation, boolean readOnly);

    /** Statements that give a used session its defaults back; empty if only a new connection has them. */
    List<String> reset();

    /** Whether its calls must run on platform threads because they would pin a virtual thread's carrier. */
    boolean platformThreads();

    /** Whether only one transaction can write at a time. */
    boolean singleWriter();

    /** Whether a streamed result must be read within a transaction. */
    boolean streamsInTransaction();

    /** What a statement does to the data and to the session it runs in. */
    Effect effect(String sql);

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
