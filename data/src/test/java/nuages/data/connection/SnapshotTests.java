package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTests {
    private static Bench bench(Kind kind) {
        return new Bench(kind, it -> it.size = 1);
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }

    @ParameterizedTest
    @EnumSource
    void a_block_is_seen_by_its_work_line_and_last_statement(Kind kind) {
        try (var bench = bench(kind)) {
            Work.of("POST /polls/7/vote", bench.databases)
                    .run(() -> bench.database.atomic(() -> {
                        bench.sql("select 1").one(Long.class);
                        var seen = bench.database.snapshot();
                        int line = line() - 1;

                        assertThat(seen.leased()).isOne();
                        assertThat(seen.open()).isOne();
                        assertThat(seen.leases()).singleElement().satisfies(it -> {
                            assertThat(it.work()).isEqualTo("POST /polls/7/vote");
                            assertThat(it.codeLine()).isEqualTo("SnapshotTests.java:" + line);
                            assertThat(it.sql()).isEqualTo("select 1");
                            assertThat(it.transaction()).isTrue();
                            assertThat(it.busy()).isFalse();
                            assertThat(it.age()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
                        });
                    }));

            assertThat(bench.database.snapshot().leases()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_running_statement_is_seen_from_outside(Kind kind) throws Exception {
        try (var bench = bench(kind);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = Work.of("GET /slow", bench.databases);
            var running = threads.submit(
                    () -> work.run(() -> bench.sql(kind.sleep(20)).list(Long.class)));

            Bench.eventually(
                    Duration.ofSeconds(5),
                    () -> assertThat(bench.database.snapshot().leases())
                            .singleElement()
                            .satisfies(it -> {
                                assertThat(it.work()).isEqualTo("GET /slow");
                                assertThat(it.sql()).isEqualTo(kind.sleep(20));
                                assertThat(it.busy()).isTrue();
                                assertThat(it.transaction()).isFalse();
                                assertThat(it.codeLine()).startsWith("SnapshotTests.java:");
                            }));
            work.cancel(nuages.data.error.WorkCancelled.Reason.REQUESTED);
            assertThat(running.state()).isNotNull();
            Bench.eventually(Duration.ofSeconds(5), bench::assertAtRest);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_of_the_data_source_is_seen_by_where_it_was_lent(Kind kind) throws SQLException {
        try (var bench = bench(kind)) {
            bench.work(() -> {
                var lent = bench.database.dataSource().getConnection();
                int line = line() - 1;

                assertThat(bench.database.snapshot().leases())
                        .singleElement()
                        .satisfies(it -> assertThat(it.codeLine()).isEqualTo("SnapshotTests.java:" + line));
                lent.close();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_needs_no_connection_and_shows_who_waits(Kind kind) throws Exception {
        try (var bench = bench(kind);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            bench.work(() -> bench.database.atomic(() -> {
                for (int i = 0; i < 5; i++) {
                    threads.execute(() -> bench.work(() -> bench.sql("select 1").one(Long.class)));
                }
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().waiting()).isEqualTo(5));
                assertThat(bench.database.ready()).isTrue();
            }));
        }
    }
}
