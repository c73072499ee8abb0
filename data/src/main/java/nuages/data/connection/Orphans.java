package nuages.data.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import nuages.data.connection.Permit.State;
import nuages.data.error.DatabaseException;
import nuages.data.socket.SocketWatch;
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
    private final Outage outage = new Outage();

    Orphans(Pool pool) {
        this.pool = pool;
    }

    /** Looks after them, if there are any and nobody does so already. */
    void tick(long now) {
        if (outage.mayTry(now) && !pool.permits(State.ORPHANED).isEmpty() && searching.compareAndSet(false, true)) {
            Thread.ofVirtual().name("nuages-orphans").start(this::end);
        }
    }

    private void end() {
        try {
            var lost = pool.permits(State.ORPHANED);
            pool.control.run(() -> end(lost));
            outage.over();
        } catch (Exception e) {
            LOG.debug("lost connections could not be ended yet", e);
            outage.failed(new DatabaseException("lost connections could not be ended", e), System.nanoTime());
        } finally {
            searching.set(false);
        }
    }

    private void end(List<Permit> lost) throws SQLException {
        var sockets = new SocketWatch(CLOSE);
        var link = link(sockets);
        try {
            var ids = lost.stream().map(it -> it.link().serverId).toList();
            var youngest = Duration.ofNanos(lost.stream().mapToLong(it -> System.nanoTime() - it.since).min().orElse(0));
            var left = end(link, ids, youngest);
            for (var permit : lost) {
                if (!left.contains(permit.link().serverId)) {
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

    private Set<Long> end(Link link, List<Long> ids, Duration lostFor) throws SQLException {
        var left = new HashSet<Long>();
        try (var statement = link.jdbc.createStatement()) {
            for (var sql : pool.dialect().end(ids, lostFor)) {
                tolerant(statement, sql);
            }
            try (var rows = statement.executeQuery(pool.dialect().alive(ids, lostFor).orElseThrow())) {
                while (rows.next()) {
                    left.add(rows.getLong(1));
                }
            }
        }
        return left;
    }

    /** That one of them ended by itself meanwhile is an error to some servers. */
    private static void tolerant(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            LOG.debug("a lost connection could not be ended: {}", sql, e);
        }
    }
}
