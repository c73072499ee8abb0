package nuages.data.connection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.Supplier;
import nuages.data.error.NuagesException;

/** Those who wait for a connection, in the order in which they asked. Guarded by the pool's lock. */
final class Queue {
    private SequencedSet<Waiter> waiters = new LinkedHashSet<>();

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    int size() {
        return waiters.size();
    }

    void add(Waiter waiter) {
        waiters.add(waiter);
    }

    boolean contains(Waiter waiter) {
        return waiters.contains(waiter);
    }

    boolean remove(Waiter waiter) {
        return waiters.remove(waiter);
    }

    /**
     * Those who were lent something wait no more, nor do those who have given up. All others are put into a set that is
     * whole: an error may have taken one of them out of half of the old one.
     */
    void repair(Collection<Lease> lent) {
        for (var lease : lent) {
            var waiter = lease.waiter();
            if (waiter != null) {
                waiter.grant();
            }
        }
        var left = new LinkedHashSet<Waiter>();
        for (var waiter : waiters) {
            if (!waiter.done() && !waiter.lease.withdrawn()) {
                left.add(waiter);
            }
        }
        waiters = left;
    }

    Waiter first() {
        return waiters.getFirst();
    }

    void removeFirst() {
        waiters.removeFirst();
    }

    Waiter removeLast() {
        return waiters.removeLast();
    }

    Collection<Waiter> all() {
        return waiters;
    }

    /** How many are served before it, and it. */
    int place(Waiter waiter) {
        int place = 1;
        for (var other : waiters) {
            if (other == waiter) {
                break;
            }
            place++;
        }
        return place;
    }

    /** Nobody is served any more; all are told why. */
    void failAll(Supplier<? extends NuagesException> why) {
        waiters.forEach(waiter -> waiter.fail(why));
        waiters.clear();
    }
}
