package nuages.data.connection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nuages.data.dialect.Sqlite;
import nuages.data.error.CommitUnknown;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** An open transaction and its savepoints. Belongs to the thread of its strand, which alone may use it. */
final class Transaction {
    /** Bound within a transaction, so that a thread started in it by others than {@link Work#fork} can be told off. */
    static final ScopedValue<Transaction> CURRENT = ScopedValue.newInstance();

    private static final String ENFORCE = "pragma foreign_keys = ";

    final Database database;
    final Lease lease;
    /** Whether it only serves a streamed result. */
    final boolean implicit;

    private final Atomic options;
    private final @Nullable Transaction outer;
    private final List<Action<? extends RuntimeException>> onCommit = new ArrayList<>();
    private int depth;
    private boolean doomed;
    private boolean unenforced;

    Transaction(Database database, Lease lease, Atomic options, boolean implicit) {
        this.database = database;
        this.lease = lease;
        this.options = options;
        this.implicit = implicit;
        this.outer = lease.holder.transaction;
    }

    static @Nullable Transaction of(Strand strand, Database database) {
        for (var it = strand.transaction; it != null; it = it.outer) {
            if (it.database == database) {
                return it;
            }
        }
        return null;
    }

    void begin() {
        lease.holder.transaction = this;
        lease.transaction(true);
        var statements = database.dialect().transaction(options.isolation(), options.readOnly());
        lease.call("BEGIN", () -> begin(lease.link(), statements));
    }

    /** SQLite enforces foreign keys again. A connection on which that fails is not lent again. */
    void end() {
        if (unenforced) {
            try {
                lease.tidy(link -> link.execute(ENFORCE + "on"));
            } catch (SQLException | RuntimeException | StackOverflowError _) {
                // what the transaction came to is told already
            }
        }
    }

    private boolean begin(Link link, List<String> statements) throws SQLException {
        if (database.dialect().beginsLazily()) {
            link.jdbc.setAutoCommit(false);
        }
        link.inTransaction = true;
        if (!options.foreignKeys() && database.dialect() instanceof Sqlite) {
            unenforced = true;
            link.touched = true;
            lease.execute(link, ENFORCE + "off");
        }
        for (var sql : statements) {
            lease.execute(link, sql);
        }
        return true;
    }

    /** Makes what was done durable. A commit is not cut short by a cancel, but one does not begin after it. */
    void commit() {
        lease.holder.work.check();
        if (doomed) {
            throw new DatabaseException(
                    "a block within this transaction failed and could not be undone on its own, so that the whole "
                            + "transaction was rolled back: let the exception pass, or do less in one transaction",
                    null);
        }
        try {
            if (!lease.attemptPatiently(link -> LinkCare.commit(database.dialect(), link))) {
                lease.check();
            }
        } catch (SQLException e) {
            throw commitFailed(e);
        }
    }

    private RuntimeException commitFailed(SQLException e) {
        if (!database.dialect().broken(e)) {
            var failure = database.dialect().translate(e, "COMMIT");
            return failure instanceof ConstraintViolated it ? named(it) : failure;
        }
        lease.pool.suspect();
        return new CommitUnknown(
                "the connection broke while " + lease.holder.work.name()
                        + " committed: the transaction may or may not be in the database.\n"
                        + "look before trying again, or make the transaction such that doing it twice does no harm.",
                e);
    }

    /** Only the statement that broke it knew which model it was about; but the table and its columns can be told. */
    private DatabaseException named(ConstraintViolated failure) {
        var dangling = database.dialect().dangling();
        if (failure.table().isPresent() || dangling.isEmpty()) {
            return failure.table()
                    .map(it -> failure.about(it, failure.columns()))
                    .orElse(failure);
        }
        var found = new ArrayList<ConstraintViolated>(1);
        try {
            lease.attempt(link -> {
                try (var statement = link.jdbc.createStatement();
                        var row = statement.executeQuery(dangling.get())) {
                    if (row.next()) {
                        found.add(failure.about(row.getString(1), List.of(row.getString(2))));
                    }
                }
            });
        } catch (SQLException | RuntimeException _) {
            // then the failure is told as the database did
        }
        return found.isEmpty() ? failure : found.getFirst();
    }

    /** Undoes all of it; never fails, since the connection is thrown away if it cannot be rolled back. */
    void rollback() {
        if (!lease.link().inTransaction || lease.link().doubtful) {
            return;
        }
        try {
            lease.tidy(link -> LinkCare.rollback(lease.pool.dialect(), link));
        } catch (SQLException | RuntimeException | StackOverflowError _) {
            // the connection is not lent again, and the database rolls back when it is closed
        }
    }

    /** Runs a block within a savepoint. */
    <R, X extends Exception> R nested(Block<R, X> block) throws X {
        int callbacks = onCommit.size();
        String savepoint = "nuages_" + ++depth;
        try {
            run("SAVEPOINT " + savepoint);
            var result = block.run();
            release(savepoint);
            return result;
        } catch (Throwable e) {
            onCommit.subList(callbacks, onCommit.size()).clear();
            undo(savepoint);
            throw e;
        } finally {
            depth--;
        }
    }

    /** It can only be rolled back from now on. */
    boolean doom() {
        doomed = true;
        return true;
    }

    private void release(String savepoint) {
        String sql = "RELEASE SAVEPOINT " + savepoint;
        lease.call(sql, () -> {
            lease.link().execute(sql);
            SharedSession.left(lease.link(), depth);
            return true;
        });
    }

    private void undo(String savepoint) {
        try {
            lease.attempt(link -> {
                link.execute("ROLLBACK TO SAVEPOINT " + savepoint);
                link.execute("RELEASE SAVEPOINT " + savepoint);
                SharedSession.left(link, depth);
            });
        } catch (SQLException | RuntimeException | StackOverflowError _) {
            doomed = true;
        }
    }

    /** How many savepoints are open. */
    int depth() {
        return depth;
    }

    /** The transaction of another database within which this one was begun. */
    @Nullable
    Transaction outer() {
        return outer;
    }

    /** Runs a statement of the framework's own. */
    void run(String sql) {
        lease.execute(sql);
    }

    /** Whether SQLite enforces no foreign keys in it. */
    boolean unenforced() {
        return unenforced;
    }

    /** Whether another block with those options would be isolated as it asks. */
    boolean isolated(Atomic wanted) {
        return wanted.isolation().equals(options.isolation());
    }

    void onCommit(Action<? extends RuntimeException> callback) {
        onCommit.add(callback);
    }

    /** What is to be done now that it is durable. All of it is tried; the first failure is thrown. */
    void runCallbacks() {
        RuntimeException first = null;
        for (var callback : onCommit) {
            try {
                callback.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
