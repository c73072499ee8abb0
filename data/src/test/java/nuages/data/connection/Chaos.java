package nuages.data.connection;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.error.WorkCancelled.Reason;
import org.jspecify.annotations.Nullable;

/** Many threads that use a database at once, and are interrupted, cancelled and short of time while they do. */
final class Chaos {
    private final Bench bench;
    private final SplittableRandom seeds = new SplittableRandom(20_260_101);
    final AtomicInteger succeeded = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();

    Chaos(Bench bench) {
        this.bench = bench;
    }

    /** Runs so many threads for that long, beside something that makes trouble from outside. */
    void run(int count, Duration time, Runnable trouble) {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var random = seeds.split();
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        work(random);
                    }
                });
            }
            trouble.run();
        }
    }

    private void work(SplittableRandom random) {
        var work = Work.of("chaos", bench.databases);
        int kind = random.nextInt(6);
        var after = Duration.ofNanos(random.nextInt(40_000_000));
        if (kind == 0) {
            work.deadline(after);
        }
        var thread = Thread.currentThread();
        var trouble = switch (kind) {
            case 1 -> later(after, thread::interrupt);
            case 2 -> later(after, () -> work.cancel(Reason.CLIENT_LEFT));
            default -> null;
        };
        try {
            work.run(() -> use(random));
            succeeded.incrementAndGet();
        } catch (Exception _) {
            failed.incrementAndGet();
        }
        end(trouble);
    }

    private static Thread later(Duration after, Runnable trouble) {
        return Thread.startVirtualThread(() -> {
            Pause.of(after);
            trouble.run();
        });
    }

    /** Trouble that comes late belongs to nobody. */
    private static void end(@Nullable Thread trouble) {
        while (trouble != null && trouble.isAlive()) {
            var _ = Thread.interrupted();
            Pause.of(Duration.ofMillis(1));
        }
        var _ = Thread.interrupted();
    }

    private void use(SplittableRandom random) {
        double seconds = random.nextInt(20) / 1000.0;
        switch (random.nextInt(3)) {
            case 0 -> query(bench.kind.sleep(seconds));
            case 1 ->
                bench.database.atomic(() -> {
                    change(random);
                    query(bench.kind.sleep(seconds));
                    change(random);
                });
            default -> {
                change(random);
                query("select count(*) from item");
            }
        }
    }

    private void change(SplittableRandom random) {
        bench.sql("update item set n = n + 1 where id = ?", random.nextInt(100)).update();
    }

    private void query(String sql) {
        bench.sql(sql).list(String.class);
    }
}
