package nuages.data.connection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.connection.Permit.State;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Sqlite;
import nuages.data.error.DatabaseException;
import nuages.data.settings.PoolSettings;
import nuages.data.socket.SocketWatch;
import nuages.data.sqlite.SqliteFunctions;
import org.sqlite.SQLiteConnection;

/** Opens connections and closes them, each on a virtual thread of its own, and tells the pool how it went. */
final class Source {
    /** A healthy server closes its side within milliseconds. */
    private static final Duration CLOSE = Duration.ofSeconds(2);

    /** A server that is in the middle of something does not; what it does then is up to {@link Orphans}. */
    private static final Duration CLOSE_BROKEN = Duration.ofMillis(600);

    /** A connection that never came to be has no number to ask for; servers give up on a login after a minute. */
    private static final Duration CLOSE_UNKNOWN = Duration.ofSeconds(60);

    /** A server that waits for the next word of a login notices soon that there will be none. */
    private static final Duration NOTICE = Duration.ofMillis(50);

    private final Target target;
    private final PoolSettings settings;
    private final AtomicInteger numbers = new AtomicInteger();

    Source(Target target, PoolSettings settings) {
        this.target = target;
        this.settings = settings;
    }

    Dialect dialect() {
        return target.dialect();
    }

    /** Whether what counts is nowhere else than in its connection, which is kept whatever was done with it. */
    boolean onlyOne() {
        return target.inMemory() || target.rehearsal().isPresent();
    }

    /** Opens a connection for a permit, unless another thread does so already. */
    void open(Pool pool, Permit permit) {
        Starter.start("nuages-connect", () -> {
            if (pool.tends(permit, State.CONNECTING)) {
                connect(pool, permit);
            }
        });
    }

    private void connect(Pool pool, Permit permit) {
        var sockets = new SocketWatch(settings.connectTimeout());
        Link link;
        try {
            link = connect(sockets);
        } catch (Throwable e) {
            pool.failed(
                    permit,
                    failure(e),
                    e instanceof SQLException it && dialect().hopeless(it));
            if (!sockets.gone(CLOSE_UNKNOWN)) {
                Pause.of(NOTICE);
            }
            linger();
            pool.gone(permit);
            return;
        }
        pool.opened(permit, link);
    }

    private DatabaseException failure(Throwable e) {
        return e instanceof SQLException it
                ? dialect().translate(it, "connect to " + target.shown())
                : new DatabaseException("cannot connect to " + target.shown() + ": " + e, e);
    }

    /** A new connection, set up. */
    Link connect(SocketWatch sockets) throws Exception {
        var lane = dialect().platformThreads()
                ? Lane.platformThread("nuages-" + dialect().name() + "-" + numbers.incrementAndGet())
                : Lane.DIRECT;
        try {
            return lane.call(() -> link(sockets, lane));
        } catch (SQLException | RuntimeException | Error e) {
            lane.close();
            throw e;
        }
    }

    /** Runs one statement on a short connection of its own, which {@link Control} counts. */
    void once(String sql) throws SQLException {
        var sockets = new SocketWatch(CLOSE);
        try (var connection = jdbc(sockets);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            sockets.gone(CLOSE);
        }
    }

    private Link link(SocketWatch sockets, Lane lane) throws SQLException {
        var jdbc = jdbc(sockets);
        boolean whole = false;
        try (var statement = jdbc.createStatement()) {
            for (var sql : target.greeting()) {
                statement.execute(sql);
            }
            if (dialect() instanceof Sqlite) {
                SqliteFunctions.register(jdbc.unwrap(SQLiteConnection.class));
            }
            long now = System.nanoTime();
            var seen = target.rehearsal().isPresent() ? target.rehearsal().get().wrap(jdbc, dialect()) : jdbc;
            var link = new Link(seen, lane, sockets, serverId(jdbc), now, expiry(now));
            sockets.opened();
            whole = true;
            return link;
        } finally {
            if (!whole) {
                closeQuietly(jdbc);
            }
        }
    }

    private static void closeQuietly(Connection jdbc) {
        try {
            jdbc.close();
        } catch (SQLException | RuntimeException _) {
            // what matters is thrown already, and its sockets are closed by whoever watches them
        }
    }

    private Connection jdbc(SocketWatch sockets) throws SQLException {
        var properties = new Properties();
        properties.putAll(target.properties());
        try {
            return sockets.during(() -> DriverManager.getConnection(target.jdbcUrl(), properties));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private long serverId(Connection jdbc) throws SQLException {
        if (target.identity().isEmpty()) {
            return 0;
        }
        try (var statement = jdbc.createStatement();
                var row = statement.executeQuery(target.identity().get())) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Give or take a tenth, so that connections opened together do not close together. */
    private long expiry(long now) {
        return settings.maxAge()
                .filter(age -> !age.isZero())
                .map(age -> now
                        + (long) (age.toNanos() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)))
                .orElse(now + Long.MAX_VALUE / 4);
    }

    /** Closes a permit's connection, and frees it when the server has let go; unless another thread does so already. */
    void close(Pool pool, Permit permit) {
        Starter.start("nuages-close", () -> {
            if (pool.tends(permit, State.CLOSING)) {
                disconnect(pool, permit);
            }
        });
    }

    private void disconnect(Pool pool, Permit permit) {
        var link = permit.link();
        boolean gone = link.serverId == 0;
        try {
            gone |= link.close(link.doubtful ? CLOSE_BROKEN : CLOSE);
        } finally {
            if (gone) {
                linger();
                pool.gone(permit);
            } else {
                pool.orphaned(permit);
            }
        }
    }

    /** Some servers list a connection for a moment after they have closed its socket. */
    private void linger() {
        Pause.of(dialect().lingers());
    }
}
