package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BriefLendingTests {
    private static final int WORKS = 100;

    @ParameterizedTest
    @EnumSource
    void a_work_that_sleeps_holds_nothing(Kind kind) throws InterruptedException {
        try (var bench = new Bench(kind, _ -> {})) {
            var asleep = new CountDownLatch(WORKS);
            var wake = new CountDownLatch(1);
            var failures = new ConcurrentLinkedQueue<Throwable>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                    var _ = new Opened(wake)) {
                for (int i = 0; i < WORKS; i++) {
                    threads.execute(() -> {
                        try {
                            bench.work(() -> {
                                bench.sql("select 1").one(Long.class);
                                asleep.countDown();
                                wake.await();
                                bench.sql("select 1").one(Long.class);
                            });
                        } catch (Throwable e) {
                            failures.add(e);
                        }
                    });
                }
                asleep.await();
                Bench.eventually(Duration.ofSeconds(2), bench::assertAtRest);
                wake.countDown();
            }

            assertThat(failures).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sleep_between_queries_does_not_reduce_throughput(Kind kind) {
        try (var bench = new Bench(kind, _ -> {})) {
            bench.work(() -> bench.sql("select 1").one(Long.class));
            long began = System.nanoTime();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < WORKS; i++) {
                    threads.execute(() -> bench.work(() -> {
                        bench.sql("select 1").one(Long.class);
                        Pause.of(Duration.ofMillis(200));
                        bench.sql("select 1").one(Long.class);
                    }));
                }
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("if the connections were held: 100 works × 200 ms / 10 = 2 s")
                    .isLessThan(Duration.ofMillis(1500));
        }
    }
}
