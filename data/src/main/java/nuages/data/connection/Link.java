package nuages.data.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nuages.data.socket.SocketWatch;
import org.postgresql.PGConnection;

/**
 * One physical connection. Whoever holds its permit is the only one to use it, so nothing in here is guarded, but for
 * {@link #abort}, which any thread may call.
 */
final class Link {
    private static final Duration LATE = Duration.ofMillis(500);

    final Connection jdbc;
    final Lane lane;
    final SocketWatch sockets;
    /** The number by which the server knows it; 0 if there is no server. */
    final long serverId;

    /** When it is too old to be lent, in nanoseconds of {@link System#nanoTime}. */
    final long expiresAt;

    /** Since when it has been idle, in nanoseconds of {@link System#nanoTime}. */
    long idleSince;

    /** Whether a transaction is open. */
    boolean inTransaction;

    /** At which depth of savepoints a session that is not its own was first touched; -1 if it was not. */
    int sharedAt = -1;

    /** Whether something may be left behind in its session. */
    boolean touched;

    /** Whether a cancel was sent to it that may not have hit anything yet. */
    boolean cancelSent;

    /** Whether a call failed in a way that leaves it in doubt. */
    boolean doubtful;

    /** Whether it may not be lent again. Any thread may set it. */
    volatile boolean retired;

    /** When it was last known to work, in nanoseconds of {@link System#nanoTime}. */
    long checkedAt;

    Link(Connection jdbc, Lane lane, SocketWatch sockets, long serverId, long now, long expiresAt) {
        this.jdbc = jdbc;
        this.lane = lane;
        this.sockets = sockets;
        this.serverId = serverId;
        this.expiresAt = expiresAt;
        this.checkedAt = now;
        this.idleSince = now;
    }

    /** Runs a statement of the framework's own, in the thread that may call the driver. */
    boolean execute(String sql) throws SQLException {
        try (var statement = jdbc.createStatement()) {
            return statement.execute(sql);
        }
    }

    /**
     * Prepares a statement that is run many times, and may answer with generated keys. MariaDB's driver would otherwise
     * write the values into a text, which the server parses each time.
     */
    PreparedStatement prepareToRepeat(String sql) throws SQLException {
        if (jdbc.isWrapperFor(org.mariadb.jdbc.Connection.class)) {
            return jdbc.unwrap(org.mariadb.jdbc.Connection.class)
                    .prepareInternal(
                            sql,
                            Statement.RETURN_GENERATED_KEYS,
                            ResultSet.TYPE_FORWARD_ONLY,
                            ResultSet.CONCUR_READ_ONLY,
                            true);
        }
        return jdbc.prepareStatement(sql);
    }

    /**
     * Asks the server to cancel a statement. Any thread may do so. pgjdbc's statements ask only once, which is in vain if
     * it comes before the statement was sent; its connections ask every time. A statement that has been closed meanwhile
     * needs no cancel.
     */
    void cancel(Statement running) throws SQLException {
        if (jdbc.isWrapperFor(PGConnection.class)) {
            jdbc.unwrap(PGConnection.class).cancelQuery();
            return;
        }
        try {
            running.cancel();
        } catch (SQLException e) {
            if (!running.isClosed()) {
                throw e;
            }
        }
    }

    /**
     * Breaks it, so that whoever waits for it gets an exception. What the driver does besides is a matter of its own
     * thread and of a control connection: MariaDB's opens another connection to kill the broken one.
     */
    void abort(Control control) {
        sockets.abort();
        Starter.start("nuages-abort", () -> control.abort(() -> jdbc.abort(Runnable::run)));
    }

    /**
     * Closes it and waits for the server to let go of it. If it is in doubt, neither its driver nor its socket is trusted
     * to return from a call: an error in their middle, such as a stack overflow, can leave their locks locked for ever.
     *
     * @return whether the server was seen to have done so
     */
    boolean close(Duration limit) {
        if (!doubtful || !lane.equals(Lane.DIRECT)) {
            closeDriver();
            return sockets.gone(limit);
        }
        var gone = new FutureTask<>(() -> sockets.gone(limit));
        Thread.startVirtualThread(gone);
        try {
            return gone.get(limit.plus(LATE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException _) {
            sockets.abort();
            return false;
        } finally {
            Thread.startVirtualThread(this::closeDriver);
        }
    }

    private void closeDriver() {
        try {
            lane.call(() -> {
                jdbc.close();
                return true;
            });
        } catch (SQLException | RuntimeException _) {
            // its sockets are closed, whatever the driver thinks
        } finally {
            lane.close();
        }
    }
}
