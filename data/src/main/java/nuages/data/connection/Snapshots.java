package nuages.data.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nuages.data.connection.Permit.State;

/** Makes snapshots from what a pool has counted. */
final class Snapshots {
    private static final Comparator<LeaseSnapshot> OLDEST_FIRST =
            Comparator.comparing(LeaseSnapshot::age).reversed();

    private Snapshots() {}

    /** A snapshot that wants the leases yet: to read their stacks takes time, which is not for the pool's lock. */
    static Function<List<Lease>, PoolSnapshot> of(
            String alias, Pool pool, Map<State, Integer> counts, int waiting, long shed, long timeouts) {
        return leases -> new PoolSnapshot(
                alias,
                pool.dialect().name(),
                pool.settings().size(),
                counts.getOrDefault(State.CONNECTING, 0),
                counts.getOrDefault(State.IDLE, 0),
                counts.getOrDefault(State.LEASED, 0),
                counts.getOrDefault(State.CLOSING, 0),
                counts.getOrDefault(State.ORPHANED, 0),
                waiting,
                shed,
                timeouts,
                pool.control.inUse(),
                pool.settings().controlSize(),
                of(leases, System.nanoTime()));
    }

    private static List<LeaseSnapshot> of(List<Lease> leases, long now) {
        return leases.stream()
                .map(lease -> lease.snapshot(now))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** Two pools of one database as one. */
    static PoolSnapshot sum(PoolSnapshot a, PoolSnapshot b, int size) {
        var leases = new ArrayList<>(a.leases());
        leases.addAll(b.leases());
        leases.sort(OLDEST_FIRST);
        return new PoolSnapshot(
                a.alias(),
                a.dialect(),
                size,
                a.connecting() + b.connecting(),
                a.idle() + b.idle(),
                a.leased() + b.leased(),
                a.closing() + b.closing(),
                a.orphaned() + b.orphaned(),
                a.waiting() + b.waiting(),
                a.shed() + b.shed(),
                a.timeouts() + b.timeouts(),
                a.control(),
                a.controlSize(),
                List.copyOf(leases));
    }
}
