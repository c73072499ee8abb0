package nuages.data.connection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nuages.data.socket.SocketWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few short connections beside the pool's, which cancel statements and end lost connections. They are counted, and
 * each counts until the server has let go of it. Threads share it.
 */
final class Control {
    private static final Logger LOG = LoggerFactory.getLogger(Control.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** MariaDB may take two seconds to kill a statement that waits for something within the server. */
    private static final Duration ANSWER = Duration.ofSeconds(4);

    private static final Duration CLOSE = Duration.ofSeconds(30);

    private final int size;
    private final boolean overNetwork;
    private final Semaphore places;

    Control(int size, boolean overNetwork) {
        this.size = size;
        this.overNetwork = overNetwork;
        this.places = new Semaphore(size, true);
    }

    /** Something that opens one short connection. */
    @FunctionalInterface
    interface Errand {
        /** Does it. */
        void run() throws SQLException;
    }

    int inUse() {
        return size - places.availablePermits();
    }

    /** Cancels a statement; that it could not be cancelled is logged, since its end is awaited anyway. */
    void cancel(Errand cancel) {
        try {
            if (!run(cancel)) {
                LOG.warn("a statement could not be cancelled within {}: all control connections are busy", LIMIT);
            }
        } catch (Exception e) {
            LOG.warn("a statement could not be cancelled", e);
        }
    }

    /** Breaks a connection; if that fails, it will be found among the lost ones. */
    void abort(Errand abort) {
        try {
            run(abort);
        } catch (Exception e) {
            LOG.debug("a broken connection could not be ended at once", e);
        }
    }

    /**
     * Runs an errand when there is a place, and lets no interrupt cut it short that came before; false if no place came
     * free in time.
     */
    boolean run(Errand errand) throws Exception {
        if (!overNetwork) {
            errand.run();
            return true;
        }
        boolean interrupted = Thread.interrupted();
        try {
            return takesPlace() && runInPlace(errand);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean takesPlace() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return places.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                // whoever interrupts wants the same
            }
        }
    }

    private boolean runInPlace(Errand errand) throws Exception {
        var sockets = new SocketWatch(ANSWER);
        try {
            return sockets.during(() -> {
                errand.run();
                return true;
            });
        } finally {
            Starter.start("nuages-control", () -> leave(sockets));
        }
    }

    /** The place is free when the server has let go of the connection. */
    private void leave(SocketWatch sockets) {
        try {
            sockets.gone(CLOSE);
        } finally {
            places.release();
        }
    }
}
