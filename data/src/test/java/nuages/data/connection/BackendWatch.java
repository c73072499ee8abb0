package nuages.data.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nuages.testing.servers.DatabaseServer;

/** Counts a database's connections as its server sees them, every 10 ms, and remembers the most there were. */
final class BackendWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(10);

    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    BackendWatch(DatabaseServer server, String url) {
        thread = Thread.ofPlatform().name("backend-watch").start(() -> watch(server, url));
    }

    private void watch(DatabaseServer server, String url) {
        while (!over) {
            try {
                int seen = server.backends(url);
                peak.accumulateAndGet(seen, Math::max);
                looks.incrementAndGet();
            } catch (IllegalStateException _) {
                // the server is down: it sees nobody
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** The most connections there were at any look. */
    int peak() {
        return peak.get();
    }

    /** How often the server answered. */
    int looks() {
        return looks.get();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
