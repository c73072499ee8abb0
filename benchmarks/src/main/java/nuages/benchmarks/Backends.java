package nuages.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Looks at the server's process list a hundred times a second, over a connection of its own. Close it. */
final class Backends implements AutoCloseable {
    private static final long PAUSE_NANOS = 10_000_000;

    private final Store store;
    private final CompletableFuture<Void> looking;
    private volatile boolean closed;
    private int peak; // guarded by this
    private long looks; // guarded by this

    private Backends(Store store) {
        this.store = store;
        this.looking = CompletableFuture.runAsync(
                this::run, task -> Thread.ofPlatform().name("process list").start(task));
    }

    static Backends watch(Store store) {
        return new Backends(store);
    }

    private void run() {
        while (!closed) {
            int seen = store.backends();
            synchronized (this) {
                peak = Math.max(peak, seen);
                looks++;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The most connections the server was seen to have since this was asked before. */
    synchronized int peak() {
        int most = peak;
        peak = 0;
        return most;
    }

    /** How often it looked. */
    synchronized long looks() {
        return looks;
    }

    @Override
    public void close() {
        closed = true;
        looking.join();
    }
}
