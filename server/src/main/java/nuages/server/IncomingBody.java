package nuages.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nuages.web.http.Body;
import nuages.web.http.HttpException;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way from the event loop to the thread that reads it. At most {@link #ENOUGH} bytes and what
 * the socket hands over at once wait in between; then the client has to wait.
 */
final class IncomingBody implements Body {
    private static final int ENOUGH = 64 * 1024;
    private static final int DRAINABLE = 256 * 1024;

    private final HttpServerRequest incoming;
    private final Connection connection;
    private final ServerSettings settings;
    private final long declared;
    private boolean awaited;
    private boolean taken;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /* The following fields are guarded by lock. */
    private final Deque<Buffer> arrived = new ArrayDeque<>();
    private int waiting;
    private long received;
    private boolean paused;
    private boolean ended;
    private boolean discarding;
    private @Nullable Exception failure;

    IncomingBody(HttpServerRequest incoming, Connection connection, ServerSettings settings) {
        this.incoming = incoming;
        this.connection = connection;
        this.settings = settings;
        var length = incoming.getHeader("Content-Length");
        this.declared = length == null ? -1 : RequestHead.length(length);
        this.awaited = incoming.headers().contains("Expect");
    }

    /** Whether there can be one; an HTTP/2 head does not tell. */
    static boolean expected(HttpServerRequest incoming, Connection connection) {
        return connection.multiplexed()
                || incoming.headers().contains("Content-Length")
                || incoming.headers().contains("Transfer-Encoding");
    }

    /** Begins to receive. On the event loop. */
    void open() {
        incoming.handler(this::add);
        incoming.endHandler(nothing -> update(() -> ended = true));
    }

    private void add(Buffer chunk) {
        update(() -> {
            received += chunk.length();
            if (discarding || failure != null) {
                return;
            }
            if (received > settings.bodyBytes()) {
                failure = tooLarge();
                pause();
                return;
            }
            arrived.add(chunk);
            waiting += chunk.length();
            if (waiting > ENOUGH) {
                pause();
            }
        });
    }

    private void pause() {
        paused = true;
        incoming.pause();
    }

    /** No more will come. On the event loop. */
    void fail(Exception reason) {
        update(() -> {
            if (failure == null && !ended) {
                failure = reason;
            }
        });
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets the rest come and go, for a response that does not wait for it. False if there may be too much of it, or if
     * the client waits to be told to send it. On the event loop.
     */
    boolean discard() {
        lock.lock();
        try {
            if (ended) {
                return true;
            }
            if (awaited || failure != null || declared < 0 || declared - received > DRAINABLE) {
                return false;
            }
            discarding = true;
            arrived.clear();
            paused = false;
        } finally {
            lock.unlock();
        }
        incoming.resume();
        return true;
    }

    @Override
    public InputStream stream() throws IOException {
        if (taken) {
            throw new IOException("the body of this request has been read already: read it once and keep what it says");
        }
        taken = true;
        if (awaited) {
            awaited = false;
            connection.execute(() -> incoming.response().writeContinue());
        }
        return new BodyStream(this::next);
    }

    /** What came next, or null at the end. Waits for it. */
    private @Nullable Buffer next(BodyStream.Patience patience) throws IOException {
        Buffer chunk;
        lock.lock();
        try {
            while (arrived.isEmpty() && failure == null && !ended) {
                awaitNews(patience);
            }
            chunk = arrived.poll();
            if (chunk == null && failure != null) {
                throw rethrown(failure);
            }
            if (chunk != null) {
                waiting -= chunk.length();
            }
            if (paused && waiting < ENOUGH / 4 && failure == null) {
                paused = false;
                connection.execute(incoming::resume);
            }
        } finally {
            lock.unlock();
        }
        return chunk;
    }

    /** A body may take its grace, and then one second for so many bytes; only waiting for the client counts. */
    @SuppressWarnings("WaitNotInLoop") // the loop is its caller
    private void awaitNews(BodyStream.Patience patience) throws IOException {
        long allowed = settings.bodyGrace().toNanos() + received * 1_000_000_000L / settings.bodyBytesPerSecond();
        long left = allowed - patience.waited;
        if (left <= 0) {
            failure = RequestHead.refused(Status.REQUEST_TIMEOUT, "the body arrives too slowly");
            return;
        }
        long start = System.nanoTime();
        try {
            long rest = news.awaitNanos(left);
            patience.waited += left - rest;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted after waiting "
                            + (System.nanoTime() - start) / 1_000_000 + " ms for the body of " + incoming.uri())
                    .initCause(stop);
        }
    }

    private HttpException tooLarge() {
        return RequestHead.refused(
                Status.CONTENT_TOO_LARGE, "the body is larger than " + settings.bodyBytes() + " bytes");
    }

    private static IOException rethrown(Exception failure) {
        if (failure instanceof HttpException answer) {
            throw answer;
        }
        return new IOException(failure.getMessage(), failure);
    }
}
