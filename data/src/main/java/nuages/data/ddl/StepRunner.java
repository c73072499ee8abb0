package nuages.data.ddl;

import java.util.List;
import java.util.function.IntConsumer;
import nuages.data.connection.Atomic;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.DatabaseException;

/**
 * Runs the steps of a change within the current work. Immutable; threads share it.
 *
 * <p>PostgreSQL and SQLite undo changes of tables with their transaction: there it is all or nothing. MariaDB keeps each
 * step, so the caller keeps count of the steps that are done and later goes on behind them: see {@link #resume}.
 */
public final class StepRunner {
    private final Database database;

    private StepRunner(Database database) {
        this.database = database;
    }

    /** On that database. */
    public static StepRunner of(Database database) {
        return new StepRunner(database);
    }

    /** Whether changes of tables are undone with their transaction. */
    public boolean transactional() {
        return !(database.dialect() instanceof MariaDb);
    }

    /**
     * Runs a block that changes tables, and rows if it likes: in one transaction where that can be undone as a whole, and
     * just so on MariaDB. On SQLite foreign keys are not enforced within, and all of them are checked at the end.
     *
     * @throws DatabaseException if a foreign key leads nowhere at the end; then everything is undone
     * @throws IllegalStateException on SQLite, within another transaction
     */
    public <R, X extends Exception> R within(Block<R, X> block) throws X {
        if (!transactional()) {
            return block.run();
        }
        if (!(database.dialect() instanceof Sqlite)) {
            return database.atomic(block);
        }
        return database.atomic(Atomic.standard().withoutForeignKeys(), () -> {
            R result = block.run();
            ForeignKeyCheck.of(database);
            return result;
        });
    }

    /** Runs all steps, {@link #within} a transaction of their own unless there is one. */
    public void run(List<Step> steps) {
        run(steps, _ -> {});
    }

    /**
     * Runs all steps, {@link #within} a transaction of their own unless there is one.
     *
     * @param done is told after each step how many are done; on MariaDB they stay done
     * @throws StepFailed if one fails
     */
    public void run(List<Step> steps, IntConsumer done) {
        run(steps, 0, false, done);
    }

    /**
     * Goes on with steps that were broken off, for databases that undo none. The first one may have been run without its
     * end having been told.
     *
     * @param before how many were done
     * @param done is told after each step how many are done
     * @throws StepFailed if one fails
     */
    public void resume(List<Step> steps, int before, IntConsumer done) {
        run(steps, before, true, done);
    }

    private void run(List<Step> steps, int from, boolean again, IntConsumer done) {
        if (transactional() && !database.inAtomic()) {
            within(() -> {
                runEach(steps, from, again, done);
                return true;
            });
        } else {
            settle(steps);
            runEach(steps, from, again, done);
        }
    }

    /**
     * PostgreSQL changes no table while checks of its rows are put off to the end of the transaction. SQLite would delete
     * what leads to the rows of a table that is dropped.
     */
    private void settle(List<Step> steps) {
        if (database.dialect() instanceof Postgres && !steps.isEmpty()) {
            database.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
            database.sql("SET CONSTRAINTS ALL DEFERRED").update();
        }
        boolean drops = steps.stream().anyMatch(it -> it.sql().startsWith("DROP TABLE "));
        if (drops && database.dialect() instanceof Sqlite && enforced()) {
            throw new IllegalStateException(
                    "tables of SQLite are to be dropped or made anew within a transaction that enforces foreign keys,"
                            + " so rows that lead to them would go too: begin it with StepRunner.within");
        }
    }

    private boolean enforced() {
        return database.sql("select foreign_keys from pragma_foreign_keys").one(Boolean.class);
    }

    private void runEach(List<Step> steps, int from, boolean again, IntConsumer done) {
        for (int i = from; i < steps.size(); i++) {
            var step = steps.get(i);
            try {
                execute(again && i == from ? step.repeated() : step.sql());
            } catch (DatabaseException e) {
                throw new StepFailed(step, i, steps.size(), transactional(), e);
            }
            done.accept(i + 1);
        }
    }

    private void execute(String text) {
        String sql = database.dialect().withoutParameters(text);
        if (text.startsWith("SELECT ")) {
            database.sql(sql).list(Long.class);
        } else {
            database.sql(sql).update();
        }
    }
}
