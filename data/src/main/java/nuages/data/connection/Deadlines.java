package nuages.data.connection;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nuages.data.error.WorkCancelled.Reason;

/** Ends works whose time is up. */
final class Deadlines {
    private Deadlines() {}

    /** Cancels a work after that time, unless the result is cancelled before. */
    static Future<?> cancelAt(Work work, long nanos) {
        return ForkJoinPool.commonPool()
                .schedule(
                        () -> Thread.ofVirtual().name("nuages-deadline").start(() -> work.cancel(Reason.DEADLINE)),
                        Math.max(0, nanos),
                        TimeUnit.NANOSECONDS);
    }
}
