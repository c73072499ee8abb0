package nuages.data.connection;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import nuages.data.error.DatabaseException;
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

    private static final Duration LOOK = Duration.ofMillis(1);

    final Pool pool;
    final Strand holder;
    final Activity activity = new Activity();
    /** When it was lent, in nanoseconds of {@link System#nanoTime}. */
    long since;

    /** These four are written with the pool's lock held. */
    private @Nullable Permit permit;

    private volatile @Nullable Link link;
    private @Nullable Waiter waiter;
    private boolean withdrawn;
    private State state = State.HELD;
    /** Who gives it back. Guarded by the strand. */
    private @Nullable Thread taker;

    private WorkCancelled.@Nullable Reason revoked;
    private volatile boolean transaction;
    private volatile @Nullable String lentAt;
    private volatile @Nullable String endedBy;

    Lease(Pool pool, Strand holder) {
        this.pool = pool;
        this.holder = holder;
    }

    /** The pool hands over its connection. Called once, with the pool's lock held. */
    void lend(Permit lent, Link connection, long now) {
        this.permit = lent;
        this.since = now;
        this.link = connection;
    }

    /** The pool has put it into its queue. Called with the pool's lock held. */
    void queued(Waiter as) {
        this.waiter = as;
    }

    /** The pool lends nothing to it any more; returns who waits for it. Called with the pool's lock held. */
    @Nullable
    Waiter withdraw() {
        withdrawn = true;
        return waiter;
    }

    @Nullable
    Waiter waiter() {
        return waiter;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    boolean lent() {
        return link != null;
    }

    Permit permit() {
        return requireNonNull(permit);
    }

    Link link() {
        return requireNonNull(link);
    }

    /** Makes a call on the database, one that a cancel may stop. */
    <R extends @Nullable Object> R call(String statement, Lane.Call<R> call) {
        if (link().cancelSent) {
            LinkCare.settle(this);
        }
        holder.enter(this);
        activity.calls(statement);
        var on = link();
        long began = holder.work.statements().begins();
        boolean whole = false;
        boolean passed = false;
        try {
            var result = on.lane.call(call, holder::interrupted);
            whole = true;
            passed = true;
            return result;
        } catch (SQLException e) {
            var failure = LeaseFailures.of(this, e, statement);
            whole = true;
            throw failure;
        } catch (DatabaseException | WorkCancelled e) {
            whole = true;
            throw e;
        } finally {
            on.doubtful |= !whole;
            activity.called();
            holder.leave(passed);
            holder.work.statements().ended(began, pool, statement, !passed);
        }
    }

    /**
     * Makes a call that tidies up: neither a cancel nor an interrupt cuts it short. A connection on which it failed is
     * not lent again.
     *
     * @return false if somebody else ends this lease, and nothing was done
     */
    boolean tidy(Tidy call) throws SQLException {
        return tidy(call, _ -> true, System.nanoTime());
    }

    /** As {@link #tidy}, but an exception that leaves the connection intact is only thrown. */
    boolean attempt(Tidy call) throws SQLException {
        return tidy(call, pool.dialect()::broken, System.nanoTime());
    }

    /** As {@link #attempt}, but it may take as long as the connection may be held. */
    boolean attemptPatiently(Tidy call) throws SQLException {
        return tidy(call, pool.dialect()::broken, 0);
    }

    private boolean tidy(Tidy call, Predicate<SQLException> spoils, long since) throws SQLException {
        if (!holder.enterCleaning(this)) {
            return false;
        }
        activity.tidies(since);
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
            activity.tidied();
            holder.leaveCleaning();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs a statement of the framework's own that can be cancelled. */
    void execute(String statement) {
        call(statement, () -> execute(link(), statement));
    }

    /** Runs a statement within a call, so that it can be cancelled. */
    boolean execute(Link on, String statement) throws SQLException {
        try (var running = holder.running(on.jdbc.createStatement())) {
            return running.execute(statement);
        }
    }

    /** A call that tidies up. */
    @FunctionalInterface
    interface Tidy {
        /** Makes it. */
        void run(Link link) throws SQLException;
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
            throw Escapes.otherThread(this);
        }
        if (revoked != null && endedBy == null) {
            throw LeaseFailures.revoked(this, revoked, null);
        }
        if (state != State.HELD) {
            throw Escapes.over(this);
        }
    }

    /** Why it was taken from its holder, if it was. */
    WorkCancelled.@Nullable Reason revoked() {
        synchronized (holder) {
            return revoked;
        }
    }

    /** Gives it back. Called by the holder, and never fails. */
    void release() {
        synchronized (holder) {
            if (state != State.HELD && state != State.REVOKED) {
                return;
            }
            take();
        }
        giveBack();
    }

    /** The calling thread gives it back, and nobody else. Called with the strand's monitor held. */
    private void take() {
        taker = Thread.currentThread();
        state = State.TAKEN;
    }

    private void giveBack() {
        boolean unlent = !lent() && pool.withdraw(this);
        boolean clean = false;
        try {
            clean = !unlent && LinkCare.clean(this);
        } finally {
            returned(clean);
        }
    }

    /** Called when the pool was told to lend it nothing more: before that, it may be about to. */
    private void returned(boolean clean) {
        if (lent()) {
            pool.giveBack(this, clean);
        }
        synchronized (holder) {
            state = State.RETURNED;
        }
        holder.returned(this);
    }

    /** Gives back what its own thread began to give back and could not, because an error cut that short. */
    void finish() {
        boolean broken;
        synchronized (holder) {
            broken = state == State.TAKEN && Thread.currentThread().equals(taker);
        }
        if (broken) {
            pool.withdraw(this);
            returned(false);
        }
    }

    /** Waits until whoever takes it back has done so, or has had time enough. */
    void awaitReturn() {
        long deadline = System.nanoTime()
                + pool.settings().connectTimeout().multipliedBy(2).toNanos();
        while (ends() && System.nanoTime() < deadline) {
            Pause.of(LOOK);
        }
    }

    private boolean ends() {
        synchronized (holder) {
            return state == State.REVOKED || state == State.TAKEN;
        }
    }

    /** Stops its statement if that has run for longer than it may. */
    void stopStatement(Duration limit) {
        int call;
        synchronized (holder) {
            if (!activity.timesOut(limit)) {
                return;
            }
            call = holder.callOn(this);
        }
        holder.stopStatement(this, call);
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
            holder.awaitCleaning(this);
        }
        synchronized (holder) {
            if (state != State.REVOKED) {
                return;
            }
            if (holder.calls(this) && !holder.isCurrent()) {
                breakOff();
            }
            take();
        }
        giveBack();
    }

    /** Breaks the connection if it has been tidied up for longer than that: it does not answer. */
    void breakOff(Duration limit) {
        synchronized (holder) {
            if (activity.tidying(System.nanoTime()).compareTo(limit) > 0) {
                activity.tidied();
                breakOff();
            }
        }
    }

    /** The last resort, should taking it back have failed: the pool has its permit back, and its holder fails. */
    void abandon() {
        breakOff();
        returned(false);
    }

    /** Breaks the connection, so that a call that does not end does. */
    void breakOff() {
        link().doubtful = true;
        link().abort(pool.control);
    }

    void transaction(boolean open) {
        transaction = open;
    }

    /** Remembers where it was lent, for those who hold it without being on the stack; it is reported if not returned. */
    void lentAt(@Nullable String codeLine) {
        lentAt = codeLine == null ? "unknown code" : codeLine;
    }

    /** Remembers what ended it, for those who use it afterwards. */
    void endedBy(String what) {
        endedBy = what;
    }

    /** What ended it, if that is known. */
    @Nullable
    String endedBy() {
        return endedBy;
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

    LeaseSnapshot snapshot(long now) {
        return new LeaseSnapshot(
                holder.work.name(),
                holder.thread.getName(),
                Duration.ofNanos(now - since),
                activity.sql(),
                lentAt == null ? CodeLine.of(holder.thread) : lentAt,
                transaction,
                activity.busy());
    }
}
