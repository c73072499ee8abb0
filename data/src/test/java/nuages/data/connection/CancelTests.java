package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dnuages.cancels=100000} makes the storm as long as the promise says. */
class CancelTests {
    private static final int CANCELS = Integer.getInteger("nuages.cancels", 1500);
    private static final int THREADS = 8;

    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger cancels = new AtomicInteger();

    /** A query that takes about a millisecond and answers with its parameter. */
    private static String echo(Kind kind) {
        return switch (kind) {
            case SQLITE ->
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000)"
                        + " select ? + 0 * max(i) from n";
            case POSTGRESQL -> "select cast(? as bigint) from pg_sleep(0.001)";
            case MARIADB -> "select ? + 0 * sleep(0.001)";
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_late_cancel_hits_nobody_else(Kind kind) throws Exception {
        try (var bench = new Bench(kind, it -> it.size = 4)) {
            List<Future<?>> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                var thread = new FutureTask<>(() -> echoes(bench, number));
                Thread.ofVirtual().start(thread);
                threads.add(thread);
            }
            for (var thread : threads) {
                thread.get(10, TimeUnit.MINUTES);
            }

            assertThat(cancelled.get()).as("cancels that hit").isGreaterThan(CANCELS / 20);
            Bench.eventually(Duration.ofSeconds(5), bench::assertAtRest);
            assertThat(bench.database.snapshot().orphaned()).isZero();
        }
    }

    /** Every other work is cancelled at a random moment; the others must never notice. */
    private boolean echoes(Bench bench, int thread) throws Exception {
        var random = new Random(thread);
        for (long i = 0; cancels.get() < CANCELS; i++) {
            long number = thread * 1_000_000_000L + i;
            var work = Work.of("echo", bench.databases);
            if (i % 2 == 0) {
                assertThat(echo(bench, work, number)).isEqualTo(number);
                continue;
            }
            var canceller = Thread.ofVirtual().start(() -> {
                Pause.of(Duration.ofNanos(random.nextLong(3_000_000)));
                work.cancel(Reason.REQUESTED);
            });
            cancels.incrementAndGet();
            try {
                assertThat(echo(bench, work, number)).isEqualTo(number);
            } catch (WorkCancelled e) {
                assertThat(e.reason()).isEqualTo(Reason.REQUESTED);
                cancelled.incrementAndGet();
            }
            canceller.join();
        }
        return true;
    }

    private static long echo(Bench bench, Work work, long number) {
        return work.run(() -> bench.sql(echo(bench.kind), number).one(Long.class));
    }

    @ParameterizedTest
    @EnumSource
    void a_deadline_ends_a_statement_and_its_connection_is_good_afterwards(Kind kind) {
        try (var bench = new Bench(kind, it -> it.size = 1)) {
            bench.count("select 1");
            var work = Work.of("report", bench.databases).deadline(Duration.ofMillis(200));
            long began = System.nanoTime();

            assertThatThrownBy(() -> work.run(() -> bench.sql(kind.sleep(30)).list(Long.class)))
                    .isInstanceOfSatisfying(
                            WorkCancelled.class, it -> assertThat(it.reason()).isEqualTo(Reason.DEADLINE));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(bench.count("select 2")).isEqualTo(2);
            assertThat(bench.database.snapshot().orphaned()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cancel_ends_a_wait_for_a_connection(Kind kind) throws Exception {
        try (var bench = new Bench(kind, it -> it.size = 1)) {
            bench.work(() -> bench.database.atomic(() -> {
                var waiting = Work.of("waiting", bench.databases);
                var waiter = new FutureTask<>(
                        () -> waiting.run(() -> bench.sql("select 1").one(Long.class)));
                Thread.startVirtualThread(waiter);
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().waiting()).isEqualTo(1));

                waiting.cancel(Reason.CLIENT_LEFT);

                assertThatThrownBy(() -> waiter.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(WorkCancelled.class);
                assertThat(bench.database.snapshot().waiting()).isZero();
            }));
        }
    }
}
