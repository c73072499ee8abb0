package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import nuages.data.error.ConnectionTimeout;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExhaustionMessageTests {
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first connection of all takes long: a driver is loaded, a server started. */
    private static void wake(Kind kind) {
        try (var bench = new Bench(kind, _ -> {})) {
            assertThat(bench.count("select 1")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_names_the_holders_and_the_place_in_the_queue(Kind kind) {
        wake(kind);
        try (var bench = new Bench(kind, it -> {
            it.size = 1;
            it.waitLimit = Duration.ofSeconds(1);
        })) {
            var release = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                    var _ = new Opened(release)) {
                threads.execute(() -> Work.of("POST /polls/7/vote", bench.databases)
                        .run(() -> bench.database.atomic(() -> {
                            bench.sql("select 41 + 1").one(Long.class);
                            return await(release);
                        })));
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().leases())
                                .anyMatch(it -> it.sql() != null && it.sql().contains("41") && !it.busy()));
                threads.execute(() -> bench.work(() -> bench.sql("select 2").one(Long.class)));
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().waiting()).isOne());

                assertThatThrownBy(() -> bench.work(() -> bench.sql("select 3").one(Long.class)))
                        .isInstanceOf(ConnectionTimeout.class)
                        .message()
                        .matches("no connection became free within 1(\\.\\d)?s: 1 in use, 0 idle, \\d waiting; this one"
                                + " was number \\d\\.\n"
                                + "the oldest has been held for \\d+(\\.\\d)?m?s by POST /polls/7/vote"
                                + " \\(ExhaustionMessageTests.java:\\d+\\): select 41 \\+ 1\n"
                                + "make that atomic block shorter, or raise pool.size \\(now 1\\) or pool.wait"
                                + " \\(now 1s\\)\\.");
                release.countDown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void the_place_in_the_queue_is_that_of_the_waiter(Kind kind) throws Exception {
        try (var bench = new Bench(kind, it -> {
            it.size = 1;
            it.waitLimit = Duration.ofSeconds(30);
        })) {
            var release = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                    var _ = new Opened(release)) {
                threads.execute(() -> bench.work(() -> bench.database.atomic(() -> {
                    bench.sql("select 1").one(Long.class);
                    return await(release);
                })));
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().leased()).isOne());
                for (int i = 1; i <= 3; i++) {
                    int waiting = i;
                    threads.execute(() -> bench.work(() -> bench.sql("select 1").one(Long.class)));
                    Bench.eventually(
                            Duration.ofSeconds(5),
                            () -> assertThat(bench.database.snapshot().waiting())
                                    .isEqualTo(waiting));
                }

                assertThatThrownBy(() -> Work.of("GET /", bench.databases)
                                .deadline(Duration.ofMillis(200))
                                .run(() -> bench.sql("select 1").one(Long.class)))
                        .isInstanceOfAny(ConnectionTimeout.class, nuages.data.error.WorkCancelled.class)
                        .satisfies(it -> assertThat(it instanceof ConnectionTimeout ? it : it.getCause())
                                .isInstanceOf(ConnectionTimeout.class)
                                .hasMessageContaining("1 in use, 0 idle, 4 waiting; this one was number 4."));
                release.countDown();
            }
        }
    }
}
