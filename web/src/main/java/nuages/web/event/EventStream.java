package nuages.web.event;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a browser listens to with {@code new EventSource(url)}. Wait with {@link #pause} or {@link #next}: they notice at
 * once that the client has left, and send a sign of life now and then, so that nothing in between takes the connection
 * for dead. All methods throw {@link StreamEnded} when it is over.
 *
 * <p>While it waits, nothing is held but its thread, which is a virtual one: queries get a connection each for themselves.
 * One thread at a time may use it.
 */
public final class EventStream {
    /** How long nothing is sent at most. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final byte[] SIGN_OF_LIFE = {':', '\n', '\n'};

    private final OutputStream out;
    private final Function<Object, String> json;
    private final long heartbeatNanos;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by lock. */
    private boolean gone;

    /** Who waits for something other than the client. Guarded by lock. */
    private @Nullable Thread waiting;

    /** Feeds a stream until there is nothing more to tell. */
    @FunctionalInterface
    public interface Source {
        /** Sends events; when it returns, the stream ends, and browsers come back for more. */
        void feed(EventStream events) throws Exception;
    }

    /** A stream of events to an open response. */
    public EventStream(OutputStream out, Function<Object, String> json) {
        this(out, json, HEARTBEAT);
    }

    EventStream(OutputStream out, Function<Object, String> json, Duration heartbeat) {
        this.out = out;
        this.json = json;
        this.heartbeatNanos = heartbeat.toNanos();
        if (out instanceof Departing departing) {
            departing.whenGone(this::end);
        }
    }

    /** Lets the source feed it until one of both has enough. */
    public void run(Source source) throws Exception {
        try {
            comment(""); // the head of the response goes out, and the browser knows that it is connected
            source.feed(this);
        } catch (StreamEnded over) {
            end();
        }
    }

    /** Sends text to listeners of {@code message}. */
    public void send(String data) throws IOException {
        send(Event.of(data));
    }

    /** Sends text to listeners of that name. */
    public void send(String name, String data) throws IOException {
        send(Event.of(name, data));
    }

    /** Sends a value as JSON to listeners of that name. */
    public void json(String name, Object value) throws IOException {
        send(Event.of(name, json.apply(value)));
    }

    /** Sends an event. */
    public void send(Event event) throws IOException {
        write(event.bytes());
    }

    /** Sends a comment, which browsers pass over. */
    public void comment(String text) throws IOException {
        var lines = new StringBuilder();
        Event.lines(lines, ":", text);
        write(lines.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Waits that long. */
    public void pause(Duration time) throws IOException {
        wait(new SynchronousQueue<>(), time.toNanos());
    }

    /** The next of what others put into a queue. Waits for it. */
    public <T> T next(BlockingQueue<T> queue) throws IOException {
        T next = null;
        while (next == null) {
            next = wait(queue, Long.MAX_VALUE);
        }
        return next;
    }

    /** The next of what others put into a queue, or null if nothing came in that time. */
    public <T> @Nullable T next(BlockingQueue<T> queue, Duration time) throws IOException {
        return wait(queue, time.toNanos());
    }

    private <T> @Nullable T wait(BlockingQueue<T> queue, long nanos) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            long left = nanos - (System.nanoTime() - begin);
            T found = poll(queue, Math.min(left, heartbeatNanos));
            if (found != null || left <= heartbeatNanos) {
                return found;
            }
            write(SIGN_OF_LIFE);
        }
    }

    private <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) throws IOException {
        wait(Thread.currentThread());
        try {
            return queue.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            if (!isGone()) {
                Thread.currentThread().interrupt();
                throw (IOException)
                        new InterruptedIOException("interrupted while waiting for an event").initCause(stop);
            }
            throw new StreamEnded();
        } finally {
            wait(null);
        }
    }

    /** From here on, or no longer, that thread is woken when the client leaves. */
    private void wait(@Nullable Thread thread) {
        lock.lock();
        try {
            if (thread != null && gone) {
                throw new StreamEnded();
            }
            waiting = thread;
            if (thread == null && gone) {
                Thread.interrupted(); // it was for the wait, not for what comes after it
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (isGone()) {
            throw new StreamEnded();
        }
        out.write(bytes);
        out.flush();
    }

    private boolean isGone() {
        lock.lock();
        try {
            return gone;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            gone = true;
            if (waiting != null) {
                waiting.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
