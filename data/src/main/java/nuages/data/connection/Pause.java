package nuages.data.connection;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits that nothing cuts short. */
final class Pause {
    private Pause() {}

    /** Waits that long; an interrupt meanwhile is kept for afterwards. */
    static void of(Duration length) {
        boolean interrupted = false;
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            interrupted |= Thread.interrupted();
            LockSupport.parkNanos(left);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
