package nuages.data.connection;

import java.time.Duration;
import java.util.Collection;
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

    static ConnectionTimeout exhausted(PoolSnapshot pool, PoolSettings settings, Waiter waiter, int position) {
        var waited = Duration.ofNanos(System.nanoTime() - waiter.since);
        return new ConnectionTimeout(Culprits.exhausted(pool, settings, waited, position), SOON, null);
    }

    /** Its turn came, but after its time was over: no statement starts after the deadline of its work. */
    static ConnectionTimeout late(String alias, PoolSettings settings, Waiter waiter) {
        return new ConnectionTimeout(
                "no connection of database \"" + alias + "\" became free within "
                        + Durations.show(Duration.ofNanos(waiter.deadline - waiter.since))
                        + ": its turn came too late.\nmake atomic blocks shorter, or raise pool.size (now "
                        + settings.size() + ") or pool.wait (now " + Durations.show(settings.waitLimit()) + ").",
                SOON,
                null);
    }

    static Overloaded shed(String alias, int waiting, Duration expected, long nanosLeft, Duration retryAfter) {
        return new Overloaded(
                "database \"" + alias + "\" is overloaded: " + waiting
                        + " wait for a connection, so that this work would wait for about " + Durations.show(expected)
                        + " of the " + Durations.show(Duration.ofNanos(nanosLeft)) + " it has.\n"
                        + "it was turned away at once; try"
                        + " again later, make the work"
                        + " before it shorter, or raise"
                        + " pool.size.",
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

    /**
     * Whether nobody would ever be served: each connection is held by a thread that itself waits in the queue, or that
     * has forked someone who does.
     */
    static boolean selfDeadlock(Permits permits, Collection<Waiter> queue, Strand next) {
        var leases = permits.leases();
        return leases.size() == permits.size() && leases.stream().allMatch(lease -> blocked(lease.holder, queue, next));
    }

    private static boolean blocked(Strand holder, Collection<Waiter> queue, Strand next) {
        if (descends(next, holder)) {
            return true;
        }
        for (var waiter : queue) {
            if (descends(waiter.lease.holder, holder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean descends(@Nullable Strand strand, Strand ancestor) {
        for (var it = strand; it != null; it = it.parent) {
            if (it == ancestor) {
                return true;
            }
        }
        return false;
    }

    static ConnectionTimeout deadlock(String alias, PoolSettings settings, Strand waiting) {
        return new ConnectionTimeout(
                waiting.work.name() + " would wait for ever: all " + settings.size() + " connections of database \""
                        + alias
                        + "\" are held by threads that have forked someone who waits for one.\n"
                        + "fork outside of the atomic block, or raise pool.size.",
                SOON,
                null);
    }
}
