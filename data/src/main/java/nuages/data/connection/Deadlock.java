package nuages.data.connection;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Works that wait for themselves: each connection of a pool is held by a thread that cannot go on before somebody in the
 * queue was served. Read with the pool's lock held.
 */
final class Deadlock {
    private Deadlock() {}

    /** Whether nobody would ever be served, if that thread joined the queue. */
    static boolean among(Permits permits, Collection<Waiter> queue, @Nullable Strand asking) {
        var leases = permits.leases();
        return leases.size() == permits.size() && leases.stream().allMatch(lease -> stuck(lease.holder, queue, asking));
    }

    /** Whether a holder's thread waits for a connection itself, or without a time limit while its fork waits for one. */
    private static boolean stuck(Strand holder, Collection<Waiter> queue, @Nullable Strand asking) {
        if (asking != null && asking.thread.equals(holder.thread)) {
            return true;
        }
        boolean forked = asking != null && descends(asking, holder);
        for (var waiter : queue) {
            if (waiter.thread.equals(holder.thread)) {
                return true;
            }
            forked |= descends(waiter.lease.holder, holder);
        }
        return forked && holder.thread.getState() == Thread.State.WAITING;
    }

    private static boolean descends(Strand strand, Strand ancestor) {
        for (var it = strand.parent; it != null; it = it.parent) {
            if (it == ancestor) {
                return true;
            }
        }
        return false;
    }
}
