package nuages.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nuages.data.connection.Databases;
import nuages.web.http.Handler;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where requests pass on their way to what answers them. While it is closed they wait, so that what answers them can be
 * exchanged. Threads share it.
 */
final class Gate {
    /** What is behind the gate. */
    record Answering(Handler handler, Failures failures, Databases databases) {}

    private static final Response STOPPING =
            PlainFailures.text(Status.SERVICE_UNAVAILABLE).with("Retry-After", "1");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();

    /** Null while it is closed; written with the lock. */
    private volatile @Nullable Answering behind;

    Gate(Answering behind) {
        this.behind = behind;
    }

    /** What answers now; null while the gate is closed. */
    @Nullable
    Answering look() {
        return behind;
    }

    /** Waits until it is open or that time has passed. */
    void await(Duration limit) throws InterruptedException {
        long rest = limit.toNanos();
        lock.lock();
        try {
            while (behind == null && rest > 0) {
                rest = opened.awaitNanos(rest);
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        set(null);
    }

    void open(Answering next) {
        set(next);
    }

    /** Lets those go that wait: they are turned away. */
    void dismiss() {
        lock.lock();
        try {
            if (behind == null) {
                set(new Answering(request -> STOPPING, new PlainFailures(), Databases.of()));
            }
        } finally {
            lock.unlock();
        }
    }

    private void set(@Nullable Answering next) {
        lock.lock();
        try {
            behind = next;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
