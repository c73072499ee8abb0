package nuages.data.connection;

import java.sql.SQLException;
import nuages.data.error.StatementTimeout;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import org.jspecify.annotations.Nullable;

/** Why a call on a leased connection failed, in words. */
final class LeaseFailures {
    private LeaseFailures() {}

    /** What the holder is told of a driver's exception. */
    static RuntimeException of(Lease lease, SQLException e, String statement) {
        var dialect = lease.pool.dialect();
        var work = lease.holder.work;
        if (dialect.broken(e)) {
            lease.link().doubtful = true;
            lease.pool.suspect();
        }
        var revoked = lease.revoked();
        if (revoked != null) {
            return revoked(lease, revoked, e);
        }
        if (work.cancelled().isPresent()) {
            return work.stopped(e);
        }
        if (lease.activity.timedOut() && dialect.cancelled(e)) {
            return timedOut(lease, e, statement);
        }
        if (Thread.currentThread().isInterrupted()) {
            return work.interrupted(e);
        }
        return dialect.translate(e, statement);
    }

    private static StatementTimeout timedOut(Lease lease, SQLException e, String statement) {
        return new StatementTimeout(
                "a statement of " + lease.holder.work.name() + " ran longer than statementTimeout ("
                        + Durations.show(
                                lease.pool.settings().statementTimeout().orElseThrow())
                        + ") and was cancelled: " + Culprits.shorten(statement)
                        + "\nmake it faster, or raise statementTimeout.",
                e);
    }

    static WorkCancelled revoked(Lease lease, Reason reason, @Nullable SQLException cause) {
        if (reason != Reason.HOLD_LIMIT) {
            return lease.holder.work.stopped(reason, cause);
        }
        return new WorkCancelled(
                lease.holder.work.name() + " held a connection for longer than pool.holdLimit ("
                        + Durations.show(lease.pool.settings().holdLimit())
                        + "): its transaction was rolled back and the connection taken back.\n"
                        + "make that atomic block shorter, or raise pool.holdLimit.",
                reason,
                cause);
    }
}
