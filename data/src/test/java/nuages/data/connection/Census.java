package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.testing.servers.DatabaseServer;

/** Counts, every 10 ms, the connections that the server itself sees; the most of them may not exceed the cap. */
final class Census implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(10);

    private final DatabaseServer server;
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final Thread thread;
    private volatile boolean done;

    Census(DatabaseServer server) {
        this.server = server;
        this.thread = Thread.ofPlatform().name("census").start(this::count);
    }

    private void count() {
        while (!done) {
            try {
                int now = server.backends();
                most.accumulateAndGet(now, Math::max);
                looks.incrementAndGet();
            } catch (IllegalStateException _) {
                // the server is down: there is nothing to be counted
            }
            Pause.of(STEP);
        }
    }

    /** The server never saw more than that, and was looked at often enough to tell. */
    void assertNeverMoreThan(int cap) {
        assertThat(most.get()).as("backends that the server saw at once").isBetween(1, cap);
        assertThat(looks.get()).as("looks").isGreaterThan(20);
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        thread.join();
    }
}
