package nuages.testing.servers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running database server of this test run, which ends with the JVM.
 *
 * <p>Threads may share it, but a test that stops, pauses or restarts one should start its own.
 */
public sealed interface DatabaseServer extends AutoCloseable permits PostgresServer, MariaDbServer {
    /** The address of the server's first database, as in {@code postgresql://user:password@127.0.0.1:5432/name}. */
    String url();

    /** Creates an empty database that nobody else uses, and returns its address. */
    String newDatabase();

    /** The port on 127.0.0.1; it stays the same over a restart. */
    int port();

    /** Runs one statement as the server's administrator, on the monitor's connection. */
    void adminSql(String sql);

    /** The rows of one query, run as the server's administrator on the monitor's connection. */
    List<List<@Nullable String>> adminRows(String sql);

    /** How many client connections the server sees, those of this object's own monitor apart. */
    int backends();

    /** How many client connections the server sees in the database that this address names. */
    int backends(String url);

    /** Ends the server process; it can be started again. */
    void stop(Stop how);

    /** Starts a stopped server on the same port with the same data, and returns when it answers. */
    void start();

    /** Stops the server in an orderly way, which breaks every connection, and starts it again. */
    default void restart() {
        stop(Stop.FAST);
        start();
    }

    /** Freezes the server's processes: connections stay open and nothing answers. */
    void pause();

    /** Lets a frozen server go on. */
    void resume();

    /** Ends the server for good and deletes its files. */
    @Override
    void close();

    /** How a server is ended. */
    enum Stop {
        /** Connections are closed, data are written, the processes end by themselves. */
        FAST,
        /** The processes are killed where they stand. */
        KILL
    }
}
