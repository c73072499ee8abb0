package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.data.dialect.Dialect.Effect;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FairnessTests {
    private static final int THREADS = 1000;

    /** Holds a connection without asking the database anything, so that only the pool is measured. */
    private static void hold(Bench bench, Duration time) {
        bench.database.lend(Effect.WRITE, _ -> {
            Pause.of(time);
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void nobody_waits_much_longer_than_in_a_fair_queue(Kind kind) {
        try (var bench = new Bench(kind, it -> it.waitLimit = Duration.ofSeconds(20))) {
            warmUp(bench);
            var waits = Collections.synchronizedList(new ArrayList<Duration>());
            var turns = new AtomicInteger[THREADS];
            var start = new CountDownLatch(1);
            long[] began = new long[1];
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < THREADS; i++) {
                    var own = new AtomicInteger();
                    turns[i] = own;
                    threads.execute(() -> bench.work(() -> {
                        waitFor(start);
                        for (int turn = 0; turn < 5; turn++) {
                            long asked = System.nanoTime();
                            bench.database.lend(Effect.WRITE, _ -> {
                                waits.add(Duration.ofNanos(System.nanoTime() - asked));
                                Pause.of(Duration.ofMillis(2));
                                return true;
                            });
                            own.incrementAndGet();
                        }
                    }));
                }
                began[0] = System.nanoTime();
                start.countDown();
            }
            var elapsed = Duration.ofNanos(System.nanoTime() - began[0]);

            assertThat(turns).allMatch(it -> it.get() == 5);
            assertThat(Collections.max(waits))
                    .as("longest wait, where a fifth of %s is ideal", elapsed)
                    .isLessThan(
                            elapsed.dividedBy(5).multipliedBy(3).dividedBy(2).plusMillis(50));
        }
    }

    /** All connections are open, and the code is compiled. */
    private static void warmUp(Bench bench) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> bench.work(() -> hold(bench, Duration.ofMillis(2))));
            }
        }
        assertThat(bench.database.snapshot().idle()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL"})
    void to_wait_costs_no_processor(Kind kind) {
        try (var bench = new Bench(kind, it -> {
            it.size = 1;
            it.waitLimit = Duration.ofSeconds(20);
        })) {
            var release = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                    var _ = new Opened(release)) {
                threads.execute(() -> bench.work(() -> bench.database.lend(Effect.WRITE, _ -> waitFor(release))));
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().leased()).isOne());
                for (int i = 0; i < THREADS; i++) {
                    threads.execute(() -> bench.work(() -> hold(bench, Duration.ZERO)));
                }
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().waiting()).isEqualTo(THREADS));
                var spent = processorTimeDuring(Duration.ofSeconds(2));
                release.countDown();

                assertThat(spent).isLessThan(Duration.ofMillis(400));
            }
        }
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration processorTimeDuring(Duration length) {
        var before = processorTime();
        Pause.of(length);
        return processorTime().minus(before);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void turns_come_in_the_order_they_were_asked_for(Kind kind) {
        try (var bench = new Bench(kind, it -> it.size = 1)) {
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            var release = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                    var _ = new Opened(release)) {
                threads.execute(() -> bench.work(() -> bench.database.lend(Effect.WRITE, _ -> waitFor(release))));
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().leased()).isOne());
                for (int i = 0; i < 20; i++) {
                    int number = i;
                    threads.execute(() -> bench.work(() -> bench.database.lend(Effect.WRITE, _ -> order.add(number))));
                    Bench.eventually(
                            Duration.ofSeconds(5),
                            () -> assertThat(bench.database.snapshot().waiting())
                                    .isEqualTo(number + 1));
                }
                release.countDown();
            }

            assertThat(order).hasSize(20).isSorted();
        }
    }
}
