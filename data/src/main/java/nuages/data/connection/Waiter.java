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

    void grant() {
        done = true;
        LockSupport.unpark(thread);
    }

    void fail(NuagesException why) {
        failure = why;
        grant();
    }

    boolean done() {
        return done;
    }

    @Nullable NuagesException failure() {
        return failure;
    }
}
