package nuages.data.connection;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
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
    private volatile @Nullable Supplier<? extends NuagesException> failure;

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

    /** Its thread makes the exception: with its own stack, and without the pool's lock. */
    void fail(Supplier<? extends NuagesException> why) {
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
            if (left <= 0 || stopped) {
                pool.giveUp(this, stopped ? () -> stopped(work) : null);
            }
            if (!done) {
                LockSupport.parkNanos(pool, left);
            }
        }
        var why = failure;
        if (why != null) {
            throw why.get();
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
