package nuages.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Bytes between a thread that writes and a client that takes them: the thread waits while they are too many. */
final class Delivery {
    private static final int ENOUGH = 128 * 1024;

    private final Connection connection;
    private final Duration stall;
    private final boolean whole;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /* The following fields are guarded by lock. */
    private long underway;
    private long progress = -1;
    private @Nullable Throwable failure;

    /** For one large write, {@code whole}, the socket tells whether there is progress; for pieces, their ends do. */
    Delivery(Connection connection, Duration stall, boolean whole) {
        this.connection = connection;
        this.stall = stall;
        this.whole = whole;
    }

    /** Some bytes are about to be written. Waits until the client has taken most of those before. */
    void begin(int bytes) throws IOException {
        lock.lock();
        try {
            waitFor(ENOUGH);
            underway += bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Some bytes were taken, or were not. */
    void end(int bytes, @Nullable Throwable cause) {
        lock.lock();
        try {
            underway -= bytes;
            if (cause != null && failure == null) {
                failure = cause;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all was taken. */
    void await() throws IOException {
        lock.lock();
        try {
            waitFor(0);
        } finally {
            lock.unlock();
        }
    }

    private void waitFor(long limit) throws IOException {
        long rest = stall.toNanos();
        long before = underway;
        while (underway > limit && failure == null) {
            rest = waitForNews(rest);
            if (underway != before) {
                before = underway;
                rest = stall.toNanos();
            } else if (rest <= 0 && whole) {
                connection.execute(() -> look(connection.progress()));
                rest = stall.toNanos();
            } else if (rest <= 0) {
                failure = stalled();
            }
        }
        if (failure != null) {
            throw new IOException("the response did not reach the client: " + failure.getMessage(), failure);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is its caller
    private long waitForNews(long nanos) throws IOException {
        try {
            return news.awaitNanos(nanos);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while the client took the response").initCause(stop);
        }
    }

    /** Compares with the look before. On the event loop. */
    private void look(long now) {
        lock.lock();
        try {
            boolean same = progress == now;
            progress = now;
            if (same && underway > 0) {
                end(0, stalled());
            }
        } finally {
            lock.unlock();
        }
    }

    private IOException stalled() {
        return new IOException(
                "it took nothing for " + stall + " and was cut off; a longer server.writeStall waits longer");
    }
}
