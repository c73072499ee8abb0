package nuages.data.connection;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands each call over to one platform thread.
 *
 * <p>It has no lock: a caller whose stack overflows in the middle of a hand-over would leave it locked, as it does with
 * the queues of executors.
 */
final class PlatformLane implements Lane {
    private static final long LOOK = 1_000_000_000;

    private final Queue<Errand<?>> errands = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    PlatformLane(String name) {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    @Override
    public <R extends @Nullable Object> R call(Call<R> call, Runnable interrupted) throws SQLException {
        var errand = new Errand<>(call, Thread.currentThread());
        errands.add(errand);
        LockSupport.unpark(thread);
        return errand.await(thread, interrupted);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (true) {
            var errand = errands.poll();
            if (errand != null) {
                errand.run();
            } else if (closed) {
                return;
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** A call, and who waits for it. */
    private static final class Errand<R extends @Nullable Object> {
        private final Call<R> call;
        private final Thread waiting;
        private @Nullable R result;
        private @Nullable Throwable failure;
        private volatile boolean done;

        private Errand(Call<R> call, Thread waiting) {
            this.call = call;
            this.waiting = waiting;
        }

        private void run() {
            try {
                result = call.run();
            } catch (Throwable e) {
                failure = e;
            }
            done = true;
            LockSupport.unpark(waiting);
        }

        @SuppressWarnings("NullAway") // null is a result if the call says so
        private R await(Thread runner, Runnable interrupted) throws SQLException {
            boolean stopped = false;
            while (!done) {
                LockSupport.parkNanos(this, LOOK);
                if (Thread.interrupted() && !stopped) {
                    stopped = true;
                    interrupted.run();
                }
                if (!runner.isAlive() && !done) {
                    throw new SQLException("the connection was closed", "08003");
                }
            }
            if (stopped) {
                Thread.currentThread().interrupt();
            }
            return thrown(failure, result);
        }

        private static <R extends @Nullable Object> R thrown(@Nullable Throwable failure, R result)
                throws SQLException {
            return switch (failure) {
                case null -> result;
                case SQLException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new SQLException(failure);
            };
        }
    }
}
