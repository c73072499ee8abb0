package nuages.data.connection;

import java.time.Duration;
import nuages.data.error.ConnectionTimeout;
import nuages.data.error.DatabaseException;
import nuages.data.error.DatabaseUnavailable;
import nuages.data.error.Overloaded;
import nuages.data.settings.PoolSettings;
import org.jspecify.annotations.Nullable;

/** Why a pool lends no connection, in words. */
final class Refusals {
    private static final Duration SOON = Duration.ofSeconds(1);

    private Refusals() {}

    static ConnectionTimeout exhausted(
            PoolSnapshot pool, PoolSettings settings, Waiter waiter, int position, int waiting) {
        var waited = Duration.ofNanos(System.nanoTime() - waiter.since);
        return new ConnectionTimeout(Culprits.exhausted(pool, settings, waited, position, waiting), SOON, null);
    }

    static Overloaded shed(String alias, int waiting, Duration expected, long nanosLeft, Duration retryAfter) {
        return new Overloaded(
                "database \"" + alias + "\" is overloaded: " + waiting
                        + " wait for a connection, so that this work would wait for about " + Durations.show(expected)
                        + " of the " + Durations.show(Duration.ofNanos(nanosLeft)) + " it has.\n"
                        + "it was turned away at once; try"
                        + " again later, make atomic blocks"
                        + " shorter, or raise pool.size.",
                retryAfter.compareTo(SOON) < 0 ? SOON : retryAfter,
                null);
    }

    static DatabaseUnavailable unreachable(String alias, @Nullable DatabaseException why) {
        return new DatabaseUnavailable(
                "database \"" + alias + "\" cannot be reached: " + (why == null ? "unknown" : why.getMessage()),
                SOON,
                why);
    }

    /** The same failure for another thread, whose stack is its own. */
    static DatabaseException again(DatabaseException why) {
        return new DatabaseUnavailable(String.valueOf(why.getMessage()), SOON, why);
    }

    /** It was shut down, or is about to be. */
    static DatabaseUnavailable shut(String alias) {
        return new DatabaseUnavailable(
                "database \"" + alias + "\" was shut down: no work can use it any more", SOON, null);
    }

    static ConnectionTimeout deadlock(PoolSnapshot pool, PoolSettings settings, Strand waiting) {
        return new ConnectionTimeout(
                waiting.work.name() + " would wait for ever: " + held(settings.size(), pool.alias())
                        + " by threads that themselves wait for another one, or for a fork that does.\n"
                        + Culprits.holders(pool.leases())
                        + "within atomic use the block's own connection, fork outside of it, or raise pool.size (now "
                        + settings.size() + ").",
                SOON,
                null);
    }

    private static String held(int size, String alias) {
        return size == 1
                ? "the only connection of database \"" + alias + "\" is held"
                : "all " + size + " connections of database \"" + alias + "\" are held";
    }
}
