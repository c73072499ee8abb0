package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.error.DatabaseException;
import nuages.data.error.Overloaded;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverloadTests {
    private static final int SIZE = 10;

    private static final Duration HOLD = Duration.ofMillis(20);

    private static void hold(Bench bench) {
        bench.database.lend(
                Effect.WRITE,
                lease -> lease.call("hold", () -> {
                    Pause.of(HOLD);
                    return true;
                }));
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, 1", "POSTGRESQL, 2", "MARIADB, 1"})
    void at_three_times_the_load_the_answers_are_still_of_use(Kind kind, int holdsPerWork) {
        try (var bench = new Bench(kind, it -> it.size = SIZE)) {
            var storm = new Storm(bench, holdsPerWork, Duration.ofSeconds(1));
            storm.run(Duration.ofSeconds(2)); // until the pool has learnt, and is full
            storm.reset();
            storm.run(Duration.ofSeconds(4));
            storm.await();

            double held = storm.held.sum() / 1e9;
            assertThat(storm.useful.get() * holdsPerWork * (HOLD.toNanos() / 1e9) / held)
                    .as("part of the holds that was of use: %s, %.3f s held", storm, held)
                    .isGreaterThan(0.95);
            assertThat(storm.useful.get() / (storm.useful.get() + (double) storm.useless.get()))
                    .as("answers in time: %s", storm)
                    .isGreaterThan(0.95);
            assertThat(held / SIZE / storm.seconds())
                    .as("part of the time that connections were in use")
                    .isGreaterThan(0.95);
            assertThat(storm.shed.get()).isPositive();
            assertThat(storm.startedLate.get()).isZero();
            assertThat(storm.slowRefusals.get())
                    .as("refusals that took 10 ms: %s", storm)
                    .isLessThanOrEqualTo(storm.shed.get() / 100);
            assertThat(storm.withoutRetryAfter.get()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_burst_that_can_be_served_in_time_is_absorbed(Kind kind) {
        try (var bench = new Bench(kind, it -> {
            it.size = SIZE;
            it.waitLimit = Duration.ofSeconds(4);
        })) {
            for (int burst = 0; burst < 2; burst++) { // the second one when the pool has learnt
                assertThat(failuresOfBurst(bench, 1000, Duration.ofSeconds(4))).isEmpty();
            }
            assertThat(bench.database.snapshot().shed()).isZero();
        }
    }

    private static Collection<String> failuresOfBurst(Bench bench, int works, Duration deadline) {
        var failures = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < works; i++) {
                threads.execute(() -> {
                    try {
                        Work.of("burst", bench.databases).deadline(deadline).run(() -> hold(bench));
                    } catch (RuntimeException e) {
                        failures.add(e.toString());
                    }
                });
            }
        }
        return failures;
    }

    /** Three times as many works as there is time for. */
    private static final class Storm {
        private final Bench bench;
        private final int holds;
        private final Duration deadline;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicInteger useful = new AtomicInteger();
        private final AtomicInteger useless = new AtomicInteger();
        private final AtomicInteger shed = new AtomicInteger();
        private final AtomicInteger startedLate = new AtomicInteger();
        private final AtomicInteger slowRefusals = new AtomicInteger();
        private final AtomicInteger withoutRetryAfter = new AtomicInteger();
        private final LongAdder held = new LongAdder();
        private long began;
        private long ended;

        private Storm(Bench bench, int holds, Duration deadline) {
            this.bench = bench;
            this.holds = holds;
            this.deadline = deadline;
        }

        private void run(Duration length) {
            long gap = HOLD.toNanos() * holds / SIZE / 3;
            long start = System.nanoTime();
            began = start;
            long next = start;
            while (next - start < length.toNanos()) {
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                threads.execute(this::work);
                next += gap;
            }
        }

        /** From the first to the last one asked, and until the last one was done. */
        private double seconds() {
            return (ended - began) / 1e9;
        }

        private void work() {
            long began = System.nanoTime();
            try {
                Work.of("GET /", bench.databases).deadline(deadline).run(() -> {
                    for (int i = 0; i < holds; i++) {
                        bench.database.lend(Effect.WRITE, _ -> {
                            if (System.nanoTime() - began > deadline.toNanos() + 5_000_000) {
                                startedLate.incrementAndGet();
                            }
                            long from = System.nanoTime();
                            Pause.of(HOLD);
                            held.add(System.nanoTime() - from);
                            return true;
                        });
                    }
                });
                (System.nanoTime() - began <= deadline.toNanos() ? useful : useless).incrementAndGet();
            } catch (Overloaded e) {
                shed.incrementAndGet();
                slowRefusals.addAndGet(System.nanoTime() - began > 10_000_000 ? 1 : 0);
                withoutRetryAfter.addAndGet(e.retryAfter().isEmpty() ? 1 : 0);
            } catch (DatabaseException | nuages.data.error.WorkCancelled e) {
                useless.incrementAndGet();
            }
        }

        private void reset() {
            for (var counter : new AtomicInteger[] {useful, useless, shed, startedLate, slowRefusals}) {
                counter.set(0);
            }
            held.reset();
        }

        private void await() {
            threads.close();
            ended = System.nanoTime();
        }

        @Override
        public String toString() {
            return useful + " useful, " + useless + " too late, " + shed + " shed, " + slowRefusals
                    + " of them slowly, " + startedLate + " started late";
        }
    }
}
