package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsSweepTests {
    private static final List<Optional<Duration>> AGES =
            List.of(Optional.empty(), Optional.of(Duration.ZERO), Optional.of(Duration.ofMillis(30)));
    private static final List<Duration> CHECKS = List.of(Duration.ZERO, Duration.ofDays(1));

    /** Each kind of database with each combination of the settings that say how long a connection lives. */
    static Stream<Arguments> settings() {
        return Stream.of(Kind.values())
                .flatMap(kind -> AGES.stream()
                        .flatMap(age -> Stream.of(Optional.<Duration>empty(), Optional.of(Duration.ofMillis(20)))
                                .flatMap(idle -> CHECKS.stream()
                                        .flatMap(check -> Stream.of(1, 3)
                                                .map(size -> Arguments.of(kind, age, idle, check, size))))));
    }

    private static void query(Bench bench) {
        bench.work(() -> bench.sql("select 1").one(Long.class));
    }

    private static long forked(Bench bench) {
        var fork = Work.current().fork(() -> bench.sql("select 1").one(Long.class));
        bench.sql("select 1").one(Long.class);
        try {
            return fork.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plain threads, forks, works within works, blocks within blocks. */
    private static void manyWays(Bench bench, ExecutorService threads) {
        for (int i = 0; i < 6; i++) {
            threads.execute(() -> query(bench));
            threads.execute(() -> bench.work(() -> forked(bench)));
            threads.execute(() -> bench.work(() -> bench.work(() -> bench.database.atomic(
                    () -> bench.database.atomic(() -> bench.sql("select 1").one(Long.class))))));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void no_setting_lets_the_server_see_more_than_the_pools_size(
            Kind kind, Optional<Duration> maxAge, Optional<Duration> idle, Duration check, int size) throws Exception {
        Consumer<PoolSettings.Change> settings = it -> {
            it.maxAge = maxAge;
            it.idleTimeout = idle;
            it.healthCheck = check;
            it.size = size;
        };
        try (var bench = new Bench(kind, settings)) {
            int most = 0;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                manyWays(bench, threads);
                for (int look = 0; look < 5; look++) {
                    most = Math.max(most, backends(bench));
                    Pause.of(Duration.ofMillis(3));
                }
            }
            most = Math.max(most, backends(bench));

            assertThat(most).isLessThanOrEqualTo(size);
            if (maxAge.isPresent() || idle.isPresent()) {
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(backends(bench)).as("backends at rest").isZero());
            }
        }
    }

    private static int backends(Bench bench) {
        return bench.kind == Kind.SQLITE
                ? bench.database.snapshot().open()
                : bench.kind.server().backends(bench.url);
    }

    @ParameterizedTest
    @EnumSource
    void an_age_of_zero_keeps_a_connection_for_the_rest_of_its_work_and_no_longer(Kind kind) {
        try (var bench = new Bench(kind, it -> it.maxAge = Optional.of(Duration.ZERO))) {
            bench.work(() -> {
                bench.sql("select 1").one(Long.class);
                bench.sql("select 1").one(Long.class);

                assertThat(backends(bench)).isOne();
            });

            Bench.eventually(
                    Duration.ofSeconds(5),
                    () -> assertThat(backends(bench))
                            .as("backends after the work")
                            .isZero());
        }
    }

    /** A hundred sessions that each ask once, on threads that stay alive and never ask again. */
    @ParameterizedTest
    @EnumSource
    void threads_that_never_ask_again_keep_nothing(Kind kind) throws Exception {
        try (var bench = new Bench(kind, it -> it.maxAge = Optional.empty())) {
            var asked = new CountDownLatch(100);
            var end = new CountDownLatch(1);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 100; i++) {
                threads.add(Thread.ofPlatform().daemon().start(() -> {
                    query(bench);
                    asked.countDown();
                    awaitQuietly(end);
                }));
            }
            asked.await();

            bench.assertAtRest();
            assertThat(backends(bench)).isLessThanOrEqualTo(10);
            assertThat(bench.count("select 1")).isOne();
            end.countDown();
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
