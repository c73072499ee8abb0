package nuages.data.connection;

import java.time.Duration;

/**
 * How long connections are held and how many of them a work asks for, as moving averages, and what follows for those who
 * wait. Guarded by the pool's lock.
 *
 * <p>A work that would get its connections only after most of its time is over is turned away at once: at 1.5 times what a
 * database can do, a long patient queue makes nearly every answer too late to be of use.
 */
final class Load {
    /** The part of a work's time that it may spend waiting for connections. */
    private static final double PATIENCE = 0.75;

    /** Waits are known roughly only: what would come close to the limit is taken for beyond it. */
    private static final double ALMOST = 0.9;

    /** How many holds the average goes back, and how many are needed to believe it. */
    private static final int MEMORY = 32;

    /** Longer than a queue, which under load holds first asks only and then second ones only. */
    private static final int MEMORY_OF_ASKS = 2048;

    /** A work that asks in a loop says little of what the next one will do. */
    private static final double MOST_PER_WORK = 3;

    private final int size;
    private double holdNanos;
    private int holds;
    private int asks;
    private double firsts = 1;

    Load(int size) {
        this.size = size;
    }

    /** A connection came back. */
    void held(long nanos) {
        holds = Math.min(holds + 1, MEMORY);
        holdNanos += (nanos - holdNanos) / holds;
    }

    /** A connection was asked for, by a work that had none before or by one that had. */
    void asked(boolean first) {
        asks = Math.min(asks + 1, MEMORY_OF_ASKS);
        firsts += ((first ? 1 : 0) - firsts) / asks;
    }

    /** How long the next one in the queue will wait, if all goes on as it did. */
    Duration expectedWait(int waiting) {
        return Duration.ofNanos((long) wait(waiting));
    }

    private double wait(int waiting) {
        return holdNanos * (waiting + 1) / size;
    }

    /** For how long a work will wait and hold in all. */
    private double whole(int waiting) {
        return (wait(waiting) + holdNanos) * Math.min(1 / firsts, MOST_PER_WORK);
    }

    boolean inVain(int waiting, long waitLimit, long nanosLeft) {
        return holds == MEMORY && (wait(waiting) > waitLimit * ALMOST || whole(waiting) > nanosLeft * PATIENCE);
    }

    /** When it is worth to come back: once the queue will be short enough. */
    Duration retryAfter(int waiting, long nanosLeft) {
        return Duration.ofNanos((long) (whole(waiting) - nanosLeft * PATIENCE / 2));
    }
}
