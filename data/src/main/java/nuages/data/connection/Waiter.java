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

    void grant() {
        done = true;
        LockSupport.unpark(thread);
    }

    /** Its thread makes the exception: with its own stack, and without the pool's lock. */
    void fail(Supplier<? extends NuagesException> why) {
        failure = why;
        grant();
    }

    boolean done() {
        return done;
    }

    @Nullable
    NuagesException failure() {
        var why = failure;
        return why == null ? null : why.get();
    }
}
