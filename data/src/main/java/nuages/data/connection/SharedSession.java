package nuages.data.connection;

import java.sql.SQLException;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.error.InvalidSql;

/**
 * Statements that leave something in a session which the next transaction of somebody else may get: behind a pooler they
 * are run in a transaction only, and what they left is taken back before it ends. A savepoint before the first of them
 * lets that be done even after a statement failed.
 */
final class SharedSession {
    private static final String SAVEPOINT = "nuages_session";

    private SharedSession() {}

    static boolean concerns(Dialect dialect, Effect effect) {
        return effect == Effect.SESSION && dialect.sharesSessions();
    }

    /** Runs such a statement, in a transaction of its own if there is none. */
    static <R> R within(Database database, String sql, Block<R, RuntimeException> run) {
        var open = Transaction.of(Strand.current(), database);
        if (open == null) {
            return database.atomic(() -> within(database, sql, run));
        }
        announce(open, sql);
        return run.run();
    }

    /** Such a statement is about to be run in a transaction. */
    static void announce(Transaction open, String sql) {
        var dialect = open.database.dialect();
        if (dialect.controlsTransactions(sql)) {
            throw new InvalidSql(
                    "a statement that begins or ends a transaction cannot be run behind a pooler that gives each"
                        + " transaction another session: what it leaves behind would meet somebody else. Use atomic,"
                        + " which begins and ends transactions. It happened in: " + Culprits.shorten(sql),
                    null);
        }
        if (open.lease.link().sharedAt < 0) {
            open.run("SAVEPOINT " + SAVEPOINT);
            open.lease.link().sharedAt = open.depth();
        }
    }

    /** The same for a library's statement, which has no transaction unless it takes part in one of ours. */
    static void announce(Lease lease, String sql) {
        if (!concerns(lease.pool.dialect(), lease.pool.dialect().effect(sql))) {
            return;
        }
        for (var it = lease.holder.transaction; it != null; it = it.outer()) {
            if (it.lease == lease) {
                announce(it, sql);
                return;
            }
        }
        throw refused(sql);
    }

    /** Refuses what a library wants to change in a session that is not its own. */
    static InvalidSql refused(String what) {
        return new InvalidSql(
                "behind a pooler that gives each transaction another session, this would stay in the session for"
                        + " whoever gets it next. Run it within atomic, which takes it back at its end, or use a pooler"
                        + " that keeps sessions apart (pgbouncer=session). It happened in: " + Culprits.shorten(what),
                null);
    }

    /** A savepoint at that depth has gone, and all that were set within it. */
    static void left(Link link, int depth) throws SQLException {
        if (link.sharedAt >= depth) {
            link.execute("SAVEPOINT " + SAVEPOINT);
            link.sharedAt = depth - 1;
        }
    }

    /** Takes back what was left in the session, because the transaction is about to be committed. */
    static void leave(Dialect dialect, Link link) throws SQLException {
        if (link.sharedAt >= 0) {
            link.execute(String.join("; ", dialect.reset()));
        }
    }

    /** The same before a rollback, which does not give back locks and prepared statements. */
    static void leaveUndone(Dialect dialect, Link link) throws SQLException {
        if (link.sharedAt >= 0) {
            link.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            leave(dialect, link);
        }
    }
}
