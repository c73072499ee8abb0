package nuages.data.connection;

import java.sql.SQLException;
import nuages.data.dialect.Dialect;

/** Gives a used connection its defaults back, so that nothing crosses from one work to the next. */
final class LinkCare {
    private static final int TRIES = 3;

    private LinkCare() {}

    /**
     * Rolls back what is open, waits for cancels to have passed, and resets the session.
     *
     * @return whether the connection can be lent again
     */
    static boolean clean(Lease lease) {
        var link = lease.link();
        if (link.doubtful || link.retired) {
            return false;
        }
        if (!link.inTransaction && !link.cancelSent && !link.touched) {
            return true;
        }
        try {
            boolean tidied = lease.tidy(it -> {
                endTransaction(lease, it);
                settle(lease, it);
                reset(lease, it);
            });
            return tidied && !link.retired;
        } catch (SQLException | RuntimeException _) {
            return false;
        }
    }

    private static void endTransaction(Lease lease, Link link) throws SQLException {
        if (link.inTransaction) {
            rollback(lease.pool.dialect(), link);
        }
    }

    /** Rolls back, in spite of a cancel that arrives late. */
    static void rollback(Dialect dialect, Link link) throws SQLException {
        for (int tries = 1; link.inTransaction; tries++) {
            try {
                SharedSession.leaveUndone(dialect, link);
                if (link.jdbc.getAutoCommit()) {
                    link.execute("ROLLBACK");
                } else {
                    link.jdbc.rollback();
                    link.jdbc.setAutoCommit(true);
                }
                link.inTransaction = false;
                link.sharedAt = -1;
            } catch (SQLException e) {
                if (tries == TRIES || !dialect.cancelled(e)) {
                    throw e;
                }
            }
        }
    }

    static void commit(Dialect dialect, Link link) throws SQLException {
        SharedSession.leave(dialect, link);
        if (link.jdbc.getAutoCommit()) {
            link.execute("COMMIT");
        } else {
            link.jdbc.commit();
            link.jdbc.setAutoCommit(true);
        }
        link.inTransaction = false;
        link.sharedAt = -1;
    }

    /** Tries a connection that has been idle, or that may have died with another one. */
    static boolean alive(Lease lease) {
        try {
            return lease.tidy(link -> {
                ping(lease.pool, link);
                link.checkedAt = System.nanoTime();
            });
        } catch (SQLException | RuntimeException _) {
            lease.pool.suspect();
            return false;
        }
    }

    /** Before a lease goes on after a cancel that its statement may have outrun. */
    static void settle(Lease lease) {
        try {
            lease.attempt(link -> settle(lease, link));
        } catch (SQLException _) {
            // the server has answered, which is all that counts; or it has not, and the next statement will say so
        }
    }

    /** A cancel that was sent has reached the server; the first of these statements takes it if nothing else did. */
    static void settle(Lease lease, Link link) throws SQLException {
        for (int tries = 1; link.cancelSent; tries++) {
            try {
                ping(lease.pool, link);
                link.cancelSent = false;
            } catch (SQLException e) {
                boolean hit = lease.pool.dialect().cancelled(e);
                link.cancelSent = hit || lease.pool.dialect().broken(e);
                if (!hit || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    static boolean ping(Pool pool, Link link) throws SQLException {
        return link.execute(pool.dialect().ping());
    }

    private static void reset(Lease lease, Link link) throws SQLException {
        if (!link.touched) {
            return;
        }
        var statements = lease.pool.dialect().reset();
        link.retired |= statements.isEmpty() && !lease.pool.source().onlyOne();
        for (var sql : statements) {
            link.execute(sql);
        }
        link.touched = false;
    }
}
