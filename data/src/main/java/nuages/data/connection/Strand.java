package nuages.data.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nuages.data.error.WorkCancelled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of a work. It knows what the thread waits for, which decides how it is stopped: a statement is cancelled at
 * the database, any other wait is interrupted. An interrupt would close the socket of a statement and leave the server
 * working for nobody.
 *
 * <p>Fields are guarded by this, but for those said to belong to the thread.
 */
final class Strand {
    private static final Logger LOG = LoggerFactory.getLogger(Strand.class);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(1);
    private static final int NONE = -1;

    final Work work;
    final Thread thread;
    /** The strand that forked this one, or within which its work runs. */
    final @Nullable Strand parent;

    /** The work that the thread runs within this one, and that is stopped in its place. */
    volatile @Nullable Work inner;

    private final List<Lease> leases = new CopyOnWriteArrayList<>();
    private @Nullable Lease calling;
    private @Nullable Statement statement;
    /** How many calls have begun; tells one from the next. */
    private int calls;

    private boolean cleaning;
    /** Whether it was to be stopped while it could not. */
    private boolean missed;

    private boolean ended;

    /** The open transactions, innermost database first. Belongs to the thread. */
    @Nullable
    Transaction transaction;

    /** Whether it has been lent a connection before. Belongs to the thread. */
    boolean seasoned;

    Strand(Work work, Thread thread, @Nullable Strand parent) {
        this.work = work;
        this.thread = thread;
        this.parent = parent;
    }

    /** The strand of this thread; fails if no work is running, or if it is another thread's transaction. */
    static Strand current() {
        var strand = Work.strand();
        if (strand.isCurrent()) {
            return strand;
        }
        if (Transaction.CURRENT.isBound()) {
            throw Escapes.transaction(strand);
        }
        return strand.work.inherited();
    }

    /** Whether the calling thread is its thread. */
    boolean isCurrent() {
        return thread.equals(Thread.currentThread());
    }

    /**
     * Notes a lease before the pool fulfils it, so that it is taken back at the end whatever happens in between; refused
     * once the strand has ended.
     */
    synchronized void expects(Lease lease) {
        if (ended) {
            throw work.over();
        }
        leases.add(lease);
    }

    /** Gives back what an error has kept from being given back, such as a stack overflow. */
    void finish() {
        for (var lease : leases) {
            lease.finish();
        }
    }

    void returned(Lease lease) {
        leases.remove(lease);
    }

    boolean holds(Pool pool) {
        for (var lease : leases) {
            if (lease.pool == pool && lease.lent()) {
                return true;
            }
        }
        return false;
    }

    /** A call of the driver begins: from now on a cancel goes to the database. */
    void enter(Lease lease) {
        work.expire();
        if (isCurrent() && Thread.currentThread().isInterrupted()) {
            throw work.interrupted(null);
        }
        synchronized (this) {
            if (work.cancelled().isPresent()) {
                work.check();
            }
            lease.checkHeld();
            work.check();
            calling = lease;
            calls++;
        }
    }

    /** The statement that the call runs; a cancel goes to it. */
    <S extends Statement> S running(S running) throws SQLException {
        synchronized (this) {
            statement = running;
            if (work.cancelled().isEmpty()) {
                return running;
            }
            statement = null;
        }
        running.close();
        throw work.stopped(null);
    }

    /**
     * The call has ended, and a cancel that was under way has too. If it came too late for the call, the thread learns of
     * it in its next wait.
     */
    synchronized void leave(boolean passed) {
        calling = null;
        statement = null;
        if (passed && work.cancelled().isPresent()) {
            thread.interrupt();
        }
    }

    /**
     * A call that tidies up begins: nothing may cut it short. False if somebody else ends this lease, so that its
     * connection may be another work's already. What others do with its leases is not the strand's own call.
     */
    synchronized boolean enterCleaning(Lease lease) {
        if (!lease.tidiedHere()) {
            return false;
        }
        if (isCurrent()) {
            calling = lease;
            calls++;
            cleaning = true;
        }
        return true;
    }

    /** The call that tidied up has ended. */
    synchronized void leaveCleaning() {
        if (isCurrent()) {
            calling = null;
            cleaning = false;
            if (missed) {
                missed = false;
                thread.interrupt();
            }
        }
    }

    /** Gives a call that tidies up a moment to end. */
    void awaitCleaning(Lease lease) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (cleans(lease) && System.nanoTime() < deadline) {
            Pause.of(LOOK);
        }
    }

    private synchronized boolean cleans(Lease lease) {
        return cleaning && calling == lease;
    }

    /** Stops what the thread is doing: its statement if it runs one, else its wait. */
    void stop() {
        var within = inner;
        if (within != null) {
            within.cancel(work.cancelled().orElse(WorkCancelled.Reason.REQUESTED));
            return;
        }
        Lease busy;
        synchronized (this) {
            missed = cleaning && !ended;
            if (ended || cleaning || isCurrent()) {
                return;
            }
            if (calling == null) {
                thread.interrupt();
                return;
            }
            busy = calling;
        }
        stopStatement(busy);
    }

    /** The thread was interrupted while another one runs its statement for it. */
    void interrupted() {
        Starter.start("nuages-interrupted", () -> work.cancel(WorkCancelled.Reason.INTERRUPTED));
    }

    /**
     * Cancels the statement that runs on this lease, if one does, until it ends: drivers and servers drop a cancel that
     * comes before the statement has been sent. A connection that does not answer for long is broken off.
     */
    void stopStatement(Lease lease) {
        stopStatement(lease, callOn(lease));
    }

    /** Cancels the statement of this call, if that still runs. */
    void stopStatement(Lease lease, int call) {
        long patience = lease.pool.settings().connectTimeout().toNanos();
        long began = System.nanoTime();
        for (int tries = 0; runs(call); tries++) {
            if (System.nanoTime() - began > patience) {
                breakOff(lease, call);
                return;
            }
            lease.pool.control.cancel(() -> cancel(lease, call));
            awaitEnd(call, Duration.ofMillis(Math.min(5L << tries, 250)));
        }
    }

    private synchronized void breakOff(Lease lease, int call) {
        if (runs(call)) {
            lease.breakOff();
        }
    }

    /** The number of the call that runs on this lease and can be cancelled, if there is one. */
    synchronized int callOn(Lease lease) {
        return calling == lease && !cleaning ? calls : NONE;
    }

    private synchronized boolean runs(int call) {
        return calls == call && calling != null;
    }

    private synchronized void cancel(Lease lease, int call) throws SQLException {
        if (runs(call) && statement != null) {
            lease.link().cancelSent = true;
            lease.link().cancel(statement);
        }
    }

    private void awaitEnd(int call, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (runs(call) && System.nanoTime() < deadline) {
            Pause.of(LOOK);
        }
    }

    synchronized boolean calls(Lease lease) {
        return calling == lease;
    }

    /** The thread is done with the work; nobody interrupts it for the work's sake any more. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        for (var lease : leases) {
            if (lease.lentAt() != null) {
                LOG.warn(
                        "{} ended without closing a connection it was lent at {}: it was taken back, and what was not "
                                + "committed was rolled back. Close it where it was opened.",
                        work.name(),
                        lease.lentAt());
            }
            lease.endedBy("by the end of the work");
            lease.takeBack(WorkCancelled.Reason.REQUESTED);
            lease.finish();
            lease.awaitReturn();
        }
    }
}
