package nuages.data.migration.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process migrate a database at a time. On PostgreSQL and MariaDB it is a lock of the server's, held by a
 * connection of its own for as long as migrating takes: when the process dies, the server ends its session, and the lock
 * is free. SQLite needs none, as each migration is one transaction there, which looks first whether it is still needed.
 */
final class MigrationLock {
    /** Any number will do, as long as all use the same: the letters of nuages. */
    private static final long KEY = 0x6e7561676573L;

    private static final String NAME = "concat('nuages.', md5(database()))";

    private final Database database;
    private final Progress progress;
    private final AtomicReference<@Nullable Future<?>> holder = new AtomicReference<>();

    MigrationLock(Database database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    <R, X extends Exception> R run(Block<R, X> block) throws X {
        if (database.dialect() instanceof Sqlite) {
            return block.run();
        }
        checkSize();
        var held = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var holding = Work.current().fork(() -> hold(held, over));
        try {
            await(held, holding);
            holder.set(holding);
            return block.run();
        } finally {
            over.countDown();
            end(holding);
        }
    }

    /** Fails if the lock has been lost, with the connection that held it: another process may be migrating by now. */
    void check() {
        var holding = holder.get();
        if (holding != null && holding.isDone()) {
            throw new DatabaseException(
                    "the connection that held the lock of migrations of database " + database.alias()
                            + " is gone, and another process may have begun to migrate: this one stops here.\n"
                            + "migrate again; what is done is recorded.",
                    null);
        }
    }

    private void checkSize() {
        if (database.snapshot().size() < 2) {
            throw new DatabaseException(
                    "migrating needs two connections, and the pool of database " + database.alias()
                            + " has one: the other one keeps the lock. Raise NUAGES_POOL_SIZE to 2 while you migrate.",
                    null);
        }
    }

    private boolean hold(CountDownLatch held, CountDownLatch over) throws InterruptedException {
        return database.atomic(() -> {
            acquire();
            held.countDown();
            over.await();
            if (database.dialect() instanceof MariaDb) {
                database.sql("select release_lock(" + NAME + ")").list(Long.class);
            }
            return true;
        });
    }

    private void acquire() {
        switch (database.dialect()) {
            case Postgres _ -> {
                database.sql("set local idle_in_transaction_session_timeout = 0")
                        .update();
                if (!database.sql("select pg_try_advisory_xact_lock(?)", KEY).one(Boolean.class)) {
                    progress.waiting();
                    database.sql("select count(pg_advisory_xact_lock(?))", KEY).one(Long.class);
                }
            }
            case MariaDb _ -> {
                if (!got(0)) {
                    progress.waiting();
                    while (!got(10)) {
                        Work.current();
                    }
                }
            }
            case Sqlite _ -> {}
        }
    }

    private boolean got(int seconds) {
        return database.sql("select get_lock(" + NAME + ", ?)", seconds).one(Long.class) == 1;
    }

    /** Waits until the lock is held, or the one who was to hold it has failed. */
    private static void await(CountDownLatch held, Future<?> holding) {
        try {
            while (!held.await(20, TimeUnit.MILLISECONDS)) {
                if (holding.isDone()) {
                    holding.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("waiting for the lock of migrations was interrupted: nothing was done.", e);
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static void end(Future<?> holding) {
        try {
            holding.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException _) {
            // it was lost, which the server has told already by freeing it
        }
    }

    private static RuntimeException failed(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new DatabaseException("the lock of migrations cannot be had: " + e.getCause(), e);
    }
}
