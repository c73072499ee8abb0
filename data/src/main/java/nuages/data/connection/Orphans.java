package nuages.data.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nuages.data.connection.Permit.State;
import nuages.data.error.DatabaseException;
import nuages.data.socket.SocketWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections that are lost on this side while the server may still work for them. They are ended over a control
 * connection, and their permits are free only when the server no longer lists them.
 */
final class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Pool pool;
    private final AtomicBoolean searching = new AtomicBoolean();
    /** Guarded by itself. */
    private final Outage outage = new Outage();

    Orphans(Pool pool) {
        this.pool = pool;
    }

    /** Looks after them, if there are any and nobody does so already. */
    void tick(long now) {
        if (mayTry(now) && !pool.permits(State.ORPHANED).isEmpty() && searching.compareAndSet(false, true)) {
            Thread.ofVirtual().name("nuages-orphans").start(this::end);
        }
    }

    private void end() {
        try {
            var lost = pool.permits(State.ORPHANED);
            if (pool.control.run(() -> end(lost))) {
                tried(null);
            }
        } catch (Exception e) {
            LOG.debug("lost connections could not be ended yet", e);
            var why = new DatabaseException("lost connections could not be ended: " + e.getMessage(), e);
            tried(why);
            pool.unreachable(why);
        } finally {
            searching.set(false);
        }
    }

    private boolean mayTry(long now) {
        synchronized (outage) {
            return outage.mayTry(now);
        }
    }

    private void tried(@Nullable DatabaseException failure) {
        synchronized (outage) {
            if (failure == null) {
                outage.over(System.nanoTime());
            } else {
                outage.failed(failure, false, System.nanoTime());
            }
        }
    }

    private void end(List<Permit> lost) throws SQLException {
        var sockets = new SocketWatch(CLOSE);
        var link = link(sockets);
        try {
            for (var permit : lost) {
                if (end(link, permit)) {
                    pool.gone(permit);
                }
            }
        } finally {
            link.close(CLOSE);
        }
    }

    private Link link(SocketWatch sockets) throws SQLException {
        try {
            return pool.source().connect(sockets);
        } catch (SQLException | RuntimeException e) {
            sockets.gone(CLOSE);
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    /** Ends a lost connection; true if the server did not list it any more, which is the proof. */
    private boolean end(Link link, Permit permit) throws SQLException {
        var lostFor = Duration.ofNanos(System.nanoTime() - permit.since);
        var ids = List.of(permit.link().serverId);
        var left = new ArrayList<Long>(1);
        try (var statement = link.jdbc.createStatement()) {
            try (var rows =
                    statement.executeQuery(pool.dialect().alive(ids, lostFor).orElseThrow())) {
                while (rows.next()) {
                    left.add(rows.getLong(1));
                }
            }
            for (var sql : pool.dialect().end(left, lostFor)) {
                end(statement, sql);
            }
        }
        return left.isEmpty();
    }

    private void end(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!pool.dialect().gone(e)) {
                throw e;
            }
        }
    }
}
