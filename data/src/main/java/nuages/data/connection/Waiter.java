package nuages.data.connection;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A thread in the queue for a connection. The fields are written with the pool's lock held. */
final class Waiter implements Deadlines.Limited {
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

    @Override
    public long nanosLeft(long now) {
        return deadline - now;
    }

    @Override
    public void timeIsUp() {
        LockSupport.unpark(thread);
    }

    /** Waits for its turn. */
    void await(Pool pool) {
        int watched = Deadlines.watch(this);
        try {
            waitFor(pool);
        } finally {
            Deadlines.forget(this, watched);
        }
        var why = failure;
        if (why != null) {
            throw why.get();
        }
    }

    private void waitFor(Pool pool) {
        var work = lease.holder.work;
        while (!done) {
            if (nanosLeft(System.nanoTime()) <= 0) {
                pool.giveUp(this, null); // says more than that the work was stopped, which it may be at the same moment
            } else if (Thread.currentThread().isInterrupted()
                    || work.cancelled().isPresent()) {
                pool.giveUp(this, () -> stopped(work));
            }
            if (!done) {
                LockSupport.park(pool);
            }
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
