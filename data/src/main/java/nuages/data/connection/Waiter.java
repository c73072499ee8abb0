package nuages.data.connection;

import java.util.concurrent.locks.LockSupport;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A thread in the queue for a connection. The fields are written with the pool's lock held. */
final class Waiter {
    final Lease lease;
    final Thread thread = Thread.currentThread();
    final long since;
    /** When it gives up, in nanoseconds of {@link System#nanoTime}. */
    final long deadline;

    private volatile boolean done;
    private volatile @Nullable NuagesException failure;

    Waiter(Lease lease, long since, long deadline) {
        this.lease = lease;
        this.since = since;
        this.deadline = deadline;
    }

    /** It has got what it waited for, or a failure. */
    void grant() {
        done = true;
        LockSupport.unpark(thread);
    }

    void fail(NuagesException why) {
        failure = why;
        grant();
    }

    /** Waits for its turn. */
    void await(Pool pool) {
        var work = lease.holder.work;
        while (!done) {
            long left = deadline - System.nanoTime();
            boolean stopped =
                    Thread.currentThread().isInterrupted() || work.cancelled().isPresent();
            if ((left <= 0 || stopped) && pool.giveUp(this)) {
                throw stopped ? stopped(work) : pool.timedOut(this);
            }
            if (!done) {
                LockSupport.parkNanos(pool, left);
            }
        }
        var why = failure;
        if (why != null) {
            throw why;
        }
    }

    /** An interrupt that came from the work's own cancel has done its duty; anybody else's is kept. */
    private static NuagesException stopped(Work work) {
        if (work.cancelled().isEmpty()) {
            return work.interrupted(null);
        }
        var _ = Thread.interrupted();
        return work.stopped(null);
    }

    boolean done() {
        return done;
    }
}
