package nuages.data.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nuages.data.connection.Permit.State;
import org.jspecify.annotations.Nullable;

/** The permits of a pool, and which of them are at hand. Guarded by the pool's lock. */
final class Permits {
    /** A thread is started within microseconds, but on a busy machine it may be a while until it runs. */
    private static final long PATIENCE = Duration.ofMillis(200).toNanos();

    private final Permit[] all;
    private final ArrayDeque<Permit> free;
    private final ArrayDeque<Permit> idle;
    private int connecting;

    Permits(int size) {
        all = new Permit[size];
        free = new ArrayDeque<>(size);
        idle = new ArrayDeque<>(size);
        for (int i = 0; i < size; i++) {
            all[i] = new Permit();
            free.addLast(all[i]);
        }
    }

    boolean anyIdle() {
        return !idle.isEmpty();
    }

    int connecting() {
        return connecting;
    }

    /** Lends the connection that was used last; false if none is idle. */
    boolean lend(Lease lease, long now) {
        var permit = idle.peekLast();
        if (permit == null) {
            return false;
        }
        var link = permit.link();
        permit.become(State.LEASED, link, lease, now);
        lease.lend(permit, link, now);
        idle.pollLast();
        return true;
    }

    /** A permit to open a connection with; null if there is none. */
    @Nullable
    Permit connect(long now) {
        var permit = free.peekLast();
        if (permit != null) {
            permit.become(State.CONNECTING, null, null, now);
            connecting++;
            free.pollLast();
        }
        return permit;
    }

    void idle(Permit permit, Link link, long now) {
        left(permit);
        permit.become(State.IDLE, link, null, now);
        idle.addLast(permit);
    }

    /** A connection is being closed; null if it never came to be. */
    void closing(Permit permit, @Nullable Link link, long now) {
        left(permit);
        permit.become(State.CLOSING, link, null, now);
    }

    void orphaned(Permit permit, long now) {
        permit.become(State.ORPHANED, permit.link, null, now);
    }

    void free(Permit permit, long now) {
        if (permit.state == State.CLOSING || permit.state == State.ORPHANED) {
            permit.become(State.FREE, null, null, now);
            free.addLast(permit);
        }
    }

    private void left(Permit permit) {
        if (permit.state == State.CONNECTING) {
            connecting--;
        }
    }

    /** Takes idle connections out, to be closed. */
    List<Permit> takeIdle(Predicate<Link> which) {
        var taken = new ArrayList<Permit>();
        idle.removeIf(permit -> which.test(permit.link()) && taken.add(permit));
        return taken;
    }

    /** Those that nobody opens or closes although it is long since somebody should have begun. */
    List<Permit> untended(State state, long now) {
        return in(state).stream()
                .filter(permit -> !permit.tended && now - permit.since > PATIENCE)
                .toList();
    }

    /** Sorts all permits anew by their states, and finishes lending those whose lease does not know yet. */
    void repair() {
        free.clear();
        idle.clear();
        connecting = 0;
        for (var permit : all) {
            switch (permit.state) {
                case FREE -> free.addLast(permit);
                case IDLE -> idle.addLast(permit);
                case CONNECTING -> connecting++;
                case LEASED -> permit.completeLease();
                case CLOSING, ORPHANED -> {}
            }
        }
    }

    List<Permit> in(State state) {
        var found = new ArrayList<Permit>();
        for (var permit : all) {
            if (permit.state == state) {
                found.add(permit);
            }
        }
        return found;
    }

    List<Lease> leases() {
        var leases = new ArrayList<Lease>();
        for (var permit : all) {
            if (permit.lease != null) {
                leases.add(permit.lease);
            }
        }
        return leases;
    }

    /** Whether there is a connection that was last known to work after that time; 0 stands for any time. */
    boolean anyTrusted(long since) {
        for (var permit : all) {
            if ((permit.state == State.IDLE || permit.state == State.LEASED)
                    && (since == 0 || permit.link().checkedAt - since >= 0)) {
                return true;
            }
        }
        return false;
    }

    Map<State, Integer> counts() {
        var counts = new EnumMap<State, Integer>(State.class);
        for (var permit : all) {
            counts.merge(permit.state, 1, Integer::sum);
        }
        return counts;
    }

    int freeCount() {
        return free.size();
    }

    int size() {
        return all.length;
    }
}
