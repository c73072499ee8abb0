package nuages.data.connection;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import nuages.data.error.WorkCancelled.Reason;

/** Ends pools in an order in which nothing is lost that has time to finish. */
final class Shutdown {
    private static final Duration LAST = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(2);

    private Shutdown() {}

    static void of(List<Pool> pools, Duration grace) {
        pools.forEach(Pool::shut);
        await(grace, () -> pools.stream().allMatch(pool -> pool.leases().isEmpty()));
        for (var pool : pools) {
            for (var lease : pool.leases()) {
                lease.holder.work.cancel(Reason.SHUTDOWN);
                lease.takeBack(Reason.SHUTDOWN);
            }
        }
        await(LAST, () -> pools.stream().allMatch(Pool::finished));
    }

    private static void await(Duration limit, BooleanSupplier done) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            Pause.of(LOOK);
        }
    }
}
