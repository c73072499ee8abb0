package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nuages.data.error.DatabaseUnavailable;
import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.DatabaseServer.Stop;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that goes away and comes back. */
@Timeout(60)
class OutageTests {
    private static final int SIZE = 5;

    static Stream<Arguments> ends() {
        return Stream.of(Kind.POSTGRESQL, Kind.MARIADB)
                .flatMap(kind -> Stream.of(Stop.values()).map(how -> Arguments.of(kind, how)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_restart_under_load_costs_no_more_works_than_there_are_connections(Kind kind, Stop how) {
        var server = OwnServers.of(kind);
        var url = server.newDatabase();
        try (var watch = new BackendWatch(server, url);
                var bench = new Bench(kind, url, it -> {
                    it.size = SIZE;
                    it.waitLimit = Duration.ofSeconds(20);
                })) {
            var failures = new ConcurrentLinkedQueue<Exception>();

            var recovery = restartUnderLoad(bench, server, how, failures);

            assertThat(failures)
                    .hasSizeLessThanOrEqualTo(SIZE)
                    .allSatisfy(it -> assertThat(it).isInstanceOf(DatabaseUnavailable.class));
            assertThat(recovery).isLessThan(Duration.ofSeconds(1));
            assertThat(watch.peak()).isLessThanOrEqualTo(SIZE + 1);
        }
    }

    private static Duration restartUnderLoad(Bench bench, DatabaseServer server, Stop how, Queue<Exception> failures) {
        var answers = new AtomicInteger();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        try {
                            bench.work(() -> bench.sql(bench.kind.sleep(0.005)).list(String.class));
                            answers.incrementAndGet();
                        } catch (Exception e) {
                            failures.add(e);
                        }
                    }
                });
            }
            try {
                awaitAnswers(answers, 100);
                server.stop(how);
                Pause.of(Duration.ofMillis(300));
                server.start();
                long up = System.nanoTime();
                awaitAnswers(answers, 1);
                var recovery = Duration.ofNanos(System.nanoTime() - up);
                awaitAnswers(answers, 100);
                return recovery;
            } finally {
                over.set(true);
            }
        }
    }

    private static void awaitAnswers(AtomicInteger answers, int more) {
        int before = answers.get();
        Bench.eventually(Duration.ofSeconds(10), () -> assertThat(answers.get()).isGreaterThanOrEqualTo(before + more));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void readiness_flips_though_nobody_asks_any_more(Kind kind, Stop how) {
        var server = OwnServers.of(kind);
        try (var bench = new Bench(kind, server.newDatabase(), it -> it.size = SIZE)) {
            openAll(bench);
            assertThat(bench.database.ready()).isTrue();

            server.stop(how);
            try {
                assertThatThrownBy(() -> bench.count("select 1")).isInstanceOf(DatabaseUnavailable.class);
                Bench.eventually(
                        Duration.ofSeconds(2),
                        () -> assertThat(bench.database.ready()).isFalse());
            } finally {
                server.start();
            }

            Bench.eventually(
                    Duration.ofSeconds(1),
                    () -> assertThat(bench.database.ready()).isTrue());
            for (int i = 0; i < 3 * SIZE; i++) {
                assertThat(bench.count("select 1")).as("no dead one is lent").isOne();
            }
        }
    }

    private static void openAll(Bench bench) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SIZE; i++) {
                threads.execute(
                        () -> bench.work(() -> bench.sql(bench.kind.sleep(0.2)).list(String.class)));
            }
        }
    }
}
