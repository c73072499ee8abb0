package nuages.data.connection;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;

/**
 * A database on which nothing stays of what is done between {@link #begin} and {@link #undo}: for tests.
 *
 * <p>It has a single connection, which is in a transaction that no code sees. What code begins, commits and rolls back in
 * the meantime are savepoints within it, whoever does so: a test, the requests it makes, their callbacks after a commit.
 * So all of them see the same rows, and code that works while another work holds the connection waits, or fails with a
 * message that says who holds it. Deferred constraints are checked wherever code commits.
 *
 * <p>Two things differ from a transaction of one's own: {@code now()} of PostgreSQL stands still, and isolation levels
 * and {@code asReadOnly()} are not obeyed. On MariaDB a statement that changes tables commits, and cannot be undone.
 *
 * <p>One thread at a time may begin and undo; threads share the database.
 */
public final class Rehearsal {
    private final Database database;
    private final AtomicInteger depth = new AtomicInteger();

    private Rehearsal(String alias, DatabaseUrl url, PoolSettings pool) {
        var settings = url.pool(pool).with(it -> {
            it.size = 1;
            it.maxAge = Optional.empty();
            it.idleTimeout = Optional.empty();
        });
        this.database = new Database(alias, Target.of(url, settings).rehearsed(this), settings);
    }

    /**
     * A database by its URL; see {@link Database#open(String, String, PoolSettings)}. It keeps what is done to it until
     * {@link #begin}.
     */
    public static Rehearsal open(String alias, String url, PoolSettings pool) {
        return new Rehearsal(alias, DatabaseUrl.parse(url), pool);
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** Nothing that is done from now on stays. May be called again: the next {@link #undo} is that one's. */
    public void begin() {
        step("begin of a rehearsal", RehearsedConnection::enter);
        depth.incrementAndGet();
    }

    /** Undoes what was done since {@link #begin}. */
    public void undo() {
        if (depth.get() == 0) {
            throw new IllegalStateException("nothing was begun on database " + database + ": call begin() first");
        }
        depth.decrementAndGet();
        step("end of a rehearsal", RehearsedConnection::undo);
    }

    /** A new connection, as code shall see it. One that takes the place of a broken one goes on where that was. */
    Connection wrap(Connection jdbc, Dialect dialect) throws SQLException {
        var rehearsed = new RehearsedConnection(jdbc, dialect);
        for (int i = 0; i < depth.get(); i++) {
            rehearsed.enter();
        }
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, rehearsed);
    }

    /** Something done to the connection behind what code sees of it. */
    @FunctionalInterface
    private interface Step {
        void on(RehearsedConnection connection) throws SQLException;
    }

    private void step(String name, Step step) {
        Work.of(name, Databases.of(database)).run(() -> {
            database.lend(
                    Effect.WRITE,
                    lease -> lease.call(name, () -> {
                        step.on((RehearsedConnection) Proxy.getInvocationHandler(lease.link().jdbc));
                        return true;
                    }));
        });
    }
}
