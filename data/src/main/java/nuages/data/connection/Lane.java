package nuages.data.connection;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The threads that may call a driver. */
interface Lane {
    /** Calls the driver in the caller's own thread. */
    Lane DIRECT = new Lane() {
        @Override
        public <R extends @Nullable Object> R call(Call<R> call) throws SQLException {
            return call.run();
        }

        @Override
        public void close() {}
    };

    /** A call of a driver. */
    @FunctionalInterface
    interface Call<R extends @Nullable Object> {
        /** Makes it. */
        R run() throws SQLException;
    }

    /** Makes a call and waits for its end, whatever happens to the waiting thread meanwhile. */
    <R extends @Nullable Object> R call(Call<R> call) throws SQLException;

    /** No call comes any more. */
    void close();

    /** A platform thread of its own: for drivers whose calls would pin the carrier of a virtual thread. */
    static Lane platformThread(String name) {
        return new PlatformThread(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory()));
    }

    /** Hands each call over to one thread. */
    record PlatformThread(ExecutorService thread) implements Lane {
        @Override
        public <R extends @Nullable Object> R call(Call<R> call) throws SQLException {
            Future<R> running = thread.submit(call::run);
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return running.get();
                    } catch (InterruptedException _) {
                        interrupted = true;
                    } catch (ExecutionException e) {
                        throw thrown(e.getCause());
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static SQLException thrown(@Nullable Throwable cause) {
            return switch (cause) {
                case SQLException e -> e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> new SQLException(cause);
            };
        }

        @Override
        public void close() {
            thread.shutdown();
        }
    }
}
