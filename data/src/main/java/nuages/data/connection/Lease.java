package nuages.data.connection;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import nuages.data.error.DatabaseException;
import nuages.data.error.EscapedScope;
import nuages.data.error.StatementTimeout;
import nuages.data.error.WorkCancelled;
import org.jspecify.annotations.Nullable;

/**
 * A connection in the hands of one thread of one work. Every call of the driver goes through {@link #call}, which is
 * where cancels, time limits and escapes are decided.
 */
final class Lease {
    /** How a lease ends. Guarded by the strand. */
    private enum State {
        HELD,
        /** It is to end: its holder fails at the next call. */
        REVOKED,
        /** Somebody else gives it back. */
        TAKEN,
        RETURNED
    }

    final Pool pool;
    final Strand holder;
    /** When it was lent, in nanoseconds of {@link System#nanoTime}. */
    long since;

    private @Nullable Permit permit;
    private @Nullable Link link;
    private State state = State.HELD;
    /** Who gives it back. Guarded by the strand. */
    private @Nullable Thread taker;

    private WorkCancelled.@Nullable Reason revoked;
    private volatile boolean timedOut;
    private volatile @Nullable String sql;
    private volatile long callSince;
    private volatile boolean transaction;
    private volatile @Nullable String lentAt;
    private boolean reported;
    private boolean overdue;

    Lease(Pool pool, Strand holder) {
        this.pool = pool;
        this.holder = holder;
    }

    /** The pool hands over its connection. Called once, with the pool's lock held. */
    void lend(Permit lent, Link connection, long now) {
        this.permit = lent;
        this.link = connection;
        this.since = now;
    }

    boolean lent() {
        return permit != null;
    }

    Permit permit() {
        return requireNonNull(permit);
    }

    Link link() {
        return requireNonNull(link);
    }

    /** Makes a call on the database, one that a cancel may stop. */
    <R extends @Nullable Object> R call(String statement, Lane.Call<R> call) {
        holder.enter(this);
        sql = statement;
        timedOut = false;
        callSince = System.nanoTime();
        var on = link();
        boolean whole = false;
        try {
            var result = on.lane.call(call);
            whole = true;
            return result;
        } catch (SQLException e) {
            var failure = failed(e, statement);
            whole = true;
            throw failure;
        } catch (DatabaseException | WorkCancelled e) {
            whole = true;
            throw e;
        } finally {
            on.doubtful |= !whole;
            callSince = 0;
            holder.leave();
        }
    }

    /**
     * Makes a call that tidies up: neither a cancel nor an interrupt cuts it short. A connection on which it failed is
     * not lent again.
     *
     * @return false if somebody else ends this lease, and nothing was done
     */
    boolean tidy(Tidy call) throws SQLException {
        return tidy(call, _ -> true);
    }

    /** As {@link #tidy}, but an exception that leaves the connection intact is only thrown. */
    boolean attempt(Tidy call) throws SQLException {
        return tidy(call, pool.dialect()::broken);
    }

    private boolean tidy(Tidy call, Predicate<SQLException> spoils) throws SQLException {
        if (!holder.enterCleaning(this)) {
            return false;
        }
        boolean interrupted = Thread.interrupted();
        var on = link();
        boolean intact = false;
        try {
            on.lane.call(() -> {
                call.run(on);
                return true;
            });
            intact = true;
            return true;
        } catch (SQLException e) {
            intact = !spoils.test(e);
            throw e;
        } finally {
            on.doubtful |= !intact;
            holder.leaveCleaning();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A call that tidies up. */
    @FunctionalInterface
    interface Tidy {
        /** Makes it. */
        void run(Link link) throws SQLException;
    }

    private RuntimeException failed(SQLException e, String statement) {
        var dialect = pool.dialect();
        if (dialect.broken(e)) {
            link().doubtful = true;
            pool.suspect();
        }
        if (revoked() != null) {
            return revokedMessage(e);
        }
        if (holder.work.cancelled().isPresent()) {
            return holder.work.stopped(e);
        }
        if (timedOut && dialect.cancelled(e)) {
            return new StatementTimeout(
                    "a statement of " + holder.work.name() + " ran longer than statementTimeout ("
                            + Durations.show(pool.settings().statementTimeout().orElseThrow())
                            + ") and was cancelled: " + Culprits.shorten(statement)
                            + "\nmake it faster, or raise statementTimeout.",
                    e);
        }
        if (Thread.currentThread().isInterrupted()) {
            return holder.work.interrupted(e);
        }
        return dialect.translate(e, statement);
    }

    /** Whether it is the calling thread's to tidy up. Called with the strand's monitor held. */
    boolean tidiedHere() {
        return switch (state) {
            case HELD -> holder.isCurrent();
            case TAKEN -> Thread.currentThread().equals(taker);
            case REVOKED, RETURNED -> false;
        };
    }

    /** Why it cannot be used, if it cannot. */
    void check() {
        synchronized (holder) {
            checkHeld();
        }
    }

    /** Fails unless the calling thread still holds it. Called with the strand's monitor held. */
    void checkHeld() {
        if (!holder.isCurrent()) {
            throw new EscapedScope(
                    "a connection lent to thread " + holder.thread + " by " + holder.work.name()
                            + " was used by thread "
                            + Thread.currentThread() + ": a connection stays with the thread it was lent to; run the "
                            + "statement there, or fork the work and let the fork have its own",
                    null);
        }
        if (revoked != null) {
            throw revokedMessage(null);
        }
        if (state != State.HELD) {
            throw new EscapedScope(
                    "a connection lent to " + holder.work.name()
                            + " was used after it had been given back: use it within " + "its block only",
                    null);
        }
    }

    private WorkCancelled.@Nullable Reason revoked() {
        synchronized (holder) {
            return revoked;
        }
    }

    private WorkCancelled revokedMessage(@Nullable SQLException cause) {
        var reason = requireNonNull(revoked());
        if (reason != WorkCancelled.Reason.HOLD_LIMIT) {
            return holder.work.stopped(reason, cause);
        }
        return new WorkCancelled(
                holder.work.name() + " held a connection for longer than pool.holdLimit ("
                        + Durations.show(pool.settings().holdLimit())
                        + "): its transaction was rolled back and the connection taken back.\n"
                        + "make that atomic block shorter, or raise pool.holdLimit.",
                reason,
                cause);
    }

    /** Gives it back. Called by the holder, and never fails. */
    void release() {
        synchronized (holder) {
            if (state != State.HELD && state != State.REVOKED) {
                return;
            }
            state = State.TAKEN;
            taker = Thread.currentThread();
        }
        giveBack();
    }

    private void giveBack() {
        boolean clean = false;
        try {
            clean = LinkCare.clean(this);
        } finally {
            synchronized (holder) {
                state = State.RETURNED;
            }
            holder.returned(this);
            pool.giveBack(this, clean);
        }
    }

    /** Stops its statement because it took too long. */
    void stopStatement() {
        if (!timedOut) {
            timedOut = true;
            holder.stopStatement(this);
        }
    }

    /**
     * Takes it from its holder, who fails at the next call: cancels its statement, rolls back, and gives it back. If the
     * database does not answer, the connection is broken.
     */
    void takeBack(WorkCancelled.Reason reason) {
        synchronized (holder) {
            if (state != State.HELD) {
                return;
            }
            revoked = reason;
            state = State.REVOKED;
        }
        if (holder.calls(this) && !holder.isCurrent()) {
            holder.stopStatement(this);
        }
        synchronized (holder) {
            if (state != State.REVOKED) {
                return;
            }
            if (holder.calls(this) && !holder.isCurrent()) {
                breakOff();
            }
            state = State.TAKEN;
            taker = Thread.currentThread();
        }
        giveBack();
    }

    /** Breaks the connection, so that a call that does not end does. */
    void breakOff() {
        link().doubtful = true;
        link().abort();
    }

    void transaction(boolean open) {
        transaction = open;
    }

    /** Remembers where it was lent, for those who hold it without being on the stack; it is reported if not returned. */
    void lentAt(@Nullable String codeLine) {
        lentAt = codeLine == null ? "unknown code" : codeLine;
    }

    /** Where it was lent, if it should have been returned before the work ended. */
    @Nullable
    String lentAt() {
        return lentAt;
    }

    /** Whether its holder has it no more. */
    boolean over() {
        synchronized (holder) {
            return state != State.HELD;
        }
    }

    /** Whether it was given back although its permit does not know: what an error in the middle of it can leave. */
    boolean lost() {
        synchronized (holder) {
            return state == State.RETURNED;
        }
    }

    /** For how long the present call has run; zero if none does. */
    Duration calling(long now) {
        long began = callSince;
        return began == 0 ? Duration.ZERO : Duration.ofNanos(now - began);
    }

    /** True once: it is to be reported. Called by the reaper only. */
    boolean report() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    /** True once: it is to be taken back. Called by the reaper only. */
    boolean overdue() {
        boolean first = !overdue;
        overdue = true;
        return first;
    }

    LeaseSnapshot snapshot(long now) {
        return new LeaseSnapshot(
                holder.work.name(),
                holder.thread.getName(),
                Duration.ofNanos(now - since),
                sql,
                lentAt == null ? CodeLine.of(holder.thread) : lentAt,
                transaction,
                callSince != 0);
    }
}
