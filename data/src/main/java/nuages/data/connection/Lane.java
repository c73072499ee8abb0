package nuages.data.connection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The threads that may call a driver. */
interface Lane {
    /** Calls the driver in the caller's own thread. */
    Lane DIRECT = new Lane() {
        @Override
        public <R extends @Nullable Object> R call(Call<R> call, Runnable interrupted) throws SQLException {
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

    /**
     * Makes a call and waits for its end, whatever happens to the waiting thread meanwhile.
     *
     * @param interrupted told once if the thread is interrupted while another makes the call; must not wait
     */
    <R extends @Nullable Object> R call(Call<R> call, Runnable interrupted) throws SQLException;

    /** Makes a call that an interrupt does not matter to. */
    default <R extends @Nullable Object> R call(Call<R> call) throws SQLException {
        return call(call, () -> {});
    }

    /** No call comes any more. */
    void close();

    /** A platform thread of its own: for drivers whose calls would pin the carrier of a virtual thread. */
    static Lane platformThread(String name) {
        return new PlatformLane(name);
    }
}
