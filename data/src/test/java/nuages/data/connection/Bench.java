package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.Kind;

/** A fresh database with a pool on it, and the checks that each test ends with. */
final class Bench implements AutoCloseable {
    final Kind kind;
    final String url;
    final Database database;
    final Databases databases;

    Bench(Kind kind, Consumer<PoolSettings.Change> settings) {
        this(kind, kind.newDatabase(), settings);
    }

    Bench(Kind kind, String url, Consumer<PoolSettings.Change> settings) {
        this.kind = kind;
        this.url = url;
        this.database = Database.open("default", url, PoolSettings.standard().with(settings));
        this.databases = Databases.of(database);
    }

    <R, X extends Exception> R work(Block<R, X> block) throws X {
        return Work.of("test", databases).run(block);
    }

    <X extends Exception> void work(Action<X> block) throws X {
        Work.of("test", databases).run(block);
    }

    Sql sql(String sql, Object... parameters) {
        return database.sql(sql, parameters);
    }

    long count(String sql, Object... parameters) {
        return work(() -> sql(sql, parameters).one(Long.class));
    }

    /** Waits until something holds, and fails if it does not within that time. */
    static void eventually(Duration limit, Runnable check) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Pause.of(Duration.ofMillis(2));
            }
        }
    }

    /** Nothing is lent, nobody waits, and the server sees no more than it may. */
    void assertAtRest() {
        var now = database.snapshot();
        assertThat(now.leased()).as("leases out: %s", now.leases()).isZero();
        assertThat(now.waiting()).as("waiting").isZero();
        assertThat(now.open()).as("open").isLessThanOrEqualTo(now.size());
    }

    @Override
    public void close() {
        assertAtRest();
        database.shutdown(Duration.ZERO);
        var now = database.snapshot();
        assertThat(now.open()).as("open after shutdown: %s", now).isZero();
        if (kind != Kind.SQLITE && !url.contains("pgbouncer")) {
            // a busy MariaDB lists a connection for a moment after it has closed its socket
            eventually(
                    Duration.ofMillis(500),
                    () -> assertThat(kind.server().backends(url)).isZero());
        }
    }
}
