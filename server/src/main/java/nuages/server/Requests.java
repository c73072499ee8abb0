package nuages.server;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import nuages.data.concurrent.Bag;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.WorkCancelled;
import nuages.web.http.Handler;
import nuages.web.http.Response;
import nuages.web.http.Status;

/** All requests in flight: bounds them, starts them, cancels them. Threads share it. */
final class Requests {
    /** What a server is made of. */
    record Parts(
            ServerSettings settings,
            Handler handler,
            Failures failures,
            Databases databases,
            Clock clock,
            AccessLog log,
            Meters meters,
            Starter starter,
            Canceller canceller) {}

    /** Starts the thread of a request. */
    interface Starter {
        void start(String name, Runnable request);
    }

    /** Tells a work to stop. */
    interface Canceller {
        void cancel(Work work, WorkCancelled.Reason reason);
    }

    private static final int CANCELLING_THREADS = 8;
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Response OVERLOADED =
            PlainFailures.text(Status.SERVICE_UNAVAILABLE).with("Retry-After", "1");

    private final Parts parts;
    private final Connections connections;
    private final Gate gate;
    private final HeaderTexts texts = new HeaderTexts();
    private final Bag<Exchange> inFlight = new Bag<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private volatile boolean draining;
    private volatile boolean awaited;

    /** Platform threads, so that cancelling does not wait for requests that keep every carrier busy. */
    private final ExecutorService aside;

    Requests(Parts parts) {
        this.parts = parts;
        this.connections = new Connections(parts.settings(), (status, bytes) -> note("-", status.code(), bytes));
        this.gate = new Gate(new Gate.Answering(parts.handler(), parts.failures(), parts.databases()));
        var pool = new ThreadPoolExecutor(
                CANCELLING_THREADS,
                CANCELLING_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("nuages-cancel-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.aside = pool;
    }

    ServerSettings settings() {
        return parts.settings();
    }

    Gate gate() {
        return gate;
    }

    Clock clock() {
        return parts.clock();
    }

    HeaderTexts texts() {
        return texts;
    }

    AccessLog log() {
        return parts.log();
    }

    Connections connections() {
        return connections;
    }

    /** How long a cancelled handler may take to come back, in nanoseconds. */
    long grace() {
        return GRACE_NANOS;
    }

    int count() {
        return count.get();
    }

    boolean draining() {
        return draining;
    }

    /** A request's head has arrived. On the event loop. */
    void accept(HttpServerRequest incoming) {
        var connection = connections.of(incoming.connection());
        if (connection == null) {
            incoming.connection().close();
            return;
        }
        var exchange = new Exchange(this, connection, incoming);
        exchange.open();
        if (count.incrementAndGet() > settings().requestsInFlight()) {
            count.decrementAndGet();
            exchange.refuse(OVERLOADED);
        } else {
            exchange.place = inFlight.add(exchange, exchange.began);
            if (exchange.neverWaits()) {
                exchange.runOnLoop();
            } else {
                start(exchange.name(), exchange);
            }
        }
    }

    /** Lets a request have a thread. */
    void start(String name, Runnable request) {
        parts.starter().start(name, request);
    }

    /** A request's thread is done with it. */
    void end(Exchange exchange, int status, long nanos) {
        inFlight.remove(exchange, exchange.place);
        int rest = count.decrementAndGet();
        parts.meters().request(status, nanos);
        if (awaited && (rest == 0 || gate.look() == null)) {
            lock.lock();
            try {
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Counts an answer given on the event loop, and writes a line of the access log for it. */
    void note(String line, int status, long bytes) {
        parts.meters().request(status, 0);
        logAside(line, status, bytes);
    }

    /** Writes a line of the access log, elsewhere. */
    void logAside(String line, int status, long bytes) {
        aside.execute(() -> log().write(line, status, bytes));
    }

    /** Tells a request's work to stop, from a thread that may block. */
    void cancel(Exchange exchange, WorkCancelled.Reason reason) {
        var work = exchange.work();
        if (work != null) {
            aside.execute(() -> parts.canceller().cancel(work, reason));
        }
    }

    /** Answers for handlers that do not come back; called a few times a second. */
    void sweep(long now) {
        inFlight.forEach(exchange -> {
            if (exchange.overdue(now)) {
                aside.execute(exchange::abandon);
            }
        });
        connections.sweep(now);
    }

    void drain() {
        draining = true;
        gate.dismiss();
        inFlight.forEach(Exchange::dismiss);
    }

    /** Lets requests wait, and those that are being answered end, or cancels them; whether all of these ended. */
    boolean pause(Duration limit, Duration lastCall) {
        gate.close();
        inFlight.forEach(Exchange::dismiss);
        if (await(this::noneInside, limit)) {
            return true;
        }
        inFlight.forEach(exchange -> {
            if (exchange.inside()) {
                cancel(exchange, WorkCancelled.Reason.SHUTDOWN);
            }
        });
        return await(this::noneInside, lastCall);
    }

    private boolean noneInside() {
        return inFlight.none(Exchange::inside);
    }

    void cancelAll() {
        inFlight.forEach(exchange -> cancel(exchange, WorkCancelled.Reason.SHUTDOWN));
    }

    /** Waits until there is none, but not for long; whether there is none. */
    boolean awaitNone(Duration limit) {
        return await(() -> count.get() == 0, limit);
    }

    private boolean await(BooleanSupplier none, Duration limit) {
        long rest = limit.toNanos();
        awaited = true;
        lock.lock();
        try {
            while (!none.getAsBoolean() && rest > 0) {
                rest = ended.awaitNanos(rest);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return none.getAsBoolean();
    }

    void close() {
        aside.shutdown();
    }
}
