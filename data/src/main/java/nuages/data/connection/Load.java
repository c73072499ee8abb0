package nuages.data.connection;

import java.time.Duration;

/**
 * How long connections are held, as a moving average, and what follows for those who wait. Guarded by the pool's lock.
 *
 * <p>A work that would get its first connection only after most of its time is over is turned away at once: at 1.5 times
 * what a database can do, a long patient queue makes nearly every answer too late to be of use.
 */
final class Load {
    /** The part of a work's time that it may spend waiting for its first connection. */
    private static final double PATIENCE = 0.7;

    private static final double WEIGHT = 1.0 / 32;

    private final int size;
    private double holdNanos;

    Load(int size) {
        this.size = size;
    }

    void held(long nanos) {
        holdNanos = holdNanos == 0 ? nanos : holdNanos + (nanos - holdNanos) * WEIGHT;
    }

    /** How long the next one in the queue will wait, if all goes on as it did. */
    Duration expectedWait(int waiting) {
        return Duration.ofNanos((long) (holdNanos * (waiting + 1) / size));
    }

    boolean inVain(int waiting, long nanosLeft) {
        return holdNanos * (waiting + 1) / size > nanosLeft * PATIENCE;
    }

    /** When it is worth to come back: once the queue will be short enough. */
    Duration retryAfter(int waiting, long nanosLeft) {
        return expectedWait(waiting).minusNanos((long) (nanosLeft * PATIENCE / 2));
    }
}
