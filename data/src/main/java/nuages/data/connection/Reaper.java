package nuages.data.connection;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import nuages.data.error.WorkCancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a pool some twenty times a second: for connections held too long, statements that run too long, connections
 * idle too long, and lost ones.
 */
final class Reaper {
    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
    private static final Duration LAST_RESORT = Duration.ofSeconds(60);
    private static final long TICK = Duration.ofMillis(50).toNanos();

    private final Pool pool;
    private final Orphans orphans;

    private Reaper(Pool pool) {
        this.pool = pool;
        this.orphans = new Orphans(pool);
    }

    /** Begins to look after a pool, until that is shut and empty. */
    static void watch(Pool pool) {
        Deadlines.begin(); // here, where the stack has room: a class whose beginning fails is lost for ever
        Starter.start("nuages-reaper", new Reaper(pool)::run);
    }

    private void run() {
        while (!pool.finished()) {
            LockSupport.parkNanos(TICK);
            try {
                look(System.nanoTime());
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("the reaper met an error and goes on", e);
            }
        }
    }

    private void look(long now) {
        pool.tick(now);
        orphans.tick(now);
        for (var lease : pool.leases()) {
            look(lease, now);
        }
    }

    private void look(Lease lease, long now) {
        var settings = pool.settings();
        long held = now - lease.since;
        boolean patient = lease.holder.work.isPatient();
        if (!patient && held > settings.holdLimit().toNanos()) {
            if (lease.activity.overdue()) {
                report(lease, now, "is taken back because it was held for longer than pool.holdLimit", true);
                async(() -> lease.takeBack(WorkCancelled.Reason.HOLD_LIMIT));
            } else if (held > settings.holdLimit().plus(LAST_RESORT).toNanos()) {
                LOG.error("a connection could not be taken back and is given up: {}", lease.snapshot(now));
                lease.abandon();
            }
        } else if (!patient && held > settings.holdWarning().toNanos() && lease.activity.report()) {
            report(lease, now, "is held for longer than pool.holdWarning", false);
        }
        if (lease.activity.tidying(now).compareTo(settings.connectTimeout()) > 0) {
            async(() -> lease.breakOff(settings.connectTimeout()));
        }
        settings.statementTimeout()
                .filter(limit -> !patient && lease.activity.calling(now).compareTo(limit) > 0)
                .ifPresent(limit -> async(() -> lease.stopStatement(limit)));
    }

    private static void async(Runnable task) {
        Thread.ofVirtual().name("nuages-take-back").start(task);
    }

    private void report(Lease lease, long now, String what, boolean last) {
        var held = lease.snapshot(now);
        var stack = new StringBuilder();
        for (var frame : lease.holder.thread.getStackTrace()) {
            stack.append("\n\tat ").append(frame);
        }
        LOG.warn(
                "a connection {} ({}): {}, by {}{}",
                what,
                Durations.show(
                        last ? pool.settings().holdLimit() : pool.settings().holdWarning()),
                Durations.show(held.age()),
                Culprits.holder(held),
                stack);
    }
}
