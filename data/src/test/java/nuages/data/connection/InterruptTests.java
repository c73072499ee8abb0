package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptTests {
    private static final Duration SOON = Duration.ofSeconds(5);

    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, it -> it.size = 2);
        bench.work(() -> {
            bench.sql("create table item (id integer primary key)").update();
        });
        return bench;
    }

    private static void assertInterrupted(FutureTask<?> task) {
        assertThatThrownBy(() -> task.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WorkCancelled.class, it -> assertThat(it.reason()).isEqualTo(Reason.INTERRUPTED));
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupted_statement_ends_on_the_server_too(Kind kind) {
        try (var bench = bench(kind)) {
            var task = new FutureTask<>(
                    () -> bench.work(() -> bench.sql(kind.sleep(30)).list(Long.class)));
            var thread = Thread.ofVirtual().start(task);
            Bench.eventually(
                    SOON, () -> assertThat(bench.database.snapshot().leases()).anyMatch(LeaseSnapshot::busy));
            Pause.of(Duration.ofMillis(20));

            thread.interrupt();

            if (kind != Kind.SQLITE) {
                assertInterrupted(task);
                Bench.eventually(SOON, () -> {
                    bench.assertAtRest();
                    assertThat(bench.database.snapshot().orphaned()).isZero();
                    assertThat(running(bench)).isZero();
                });
            } else {
                assertThatThrownBy(() -> task.get(40, TimeUnit.SECONDS)).hasCauseInstanceOf(WorkCancelled.class);
            }
            assertThat(bench.count("select 5")).isEqualTo(5);
        }
    }

    private static long running(Bench bench) {
        var sql = switch (bench.kind) {
            case SQLITE -> throw new IllegalStateException("SQLite has no server");
            case POSTGRESQL ->
                "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                        + " and query like '%pg_sleep(30%'";
            case MARIADB -> "select count(*) from information_schema.processlist where info like 'select sleep(30%'";
        };
        return Long.parseLong(
                String.valueOf(bench.kind.server().adminRows(sql).getFirst().getFirst()));
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_was_interrupted_before_begins_no_statement(Kind kind) {
        try (var bench = bench(kind)) {
            bench.count("select 1");
            int open = bench.database.snapshot().open();
            try {
                Thread.currentThread().interrupt();

                assertThatThrownBy(() -> bench.count("select 2")).isInstanceOf(WorkCancelled.class);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            } finally {
                var _ = Thread.interrupted();
            }

            assertThat(bench.database.snapshot().open()).isEqualTo(open);
            assertThat(bench.database.snapshot().closing()).isZero();
            assertThat(bench.count("select 3")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupted_wait_within_a_transaction_rolls_it_back(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            var inside = new CountDownLatch(1);
            var task = new FutureTask<>(() -> bench.work(() -> bench.database.atomic(() -> {
                bench.sql("insert into item values (1)").update();
                inside.countDown();
                Thread.sleep(30_000);
                return true;
            })));
            var thread = Thread.ofVirtual().start(task);
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            assertThatThrownBy(() -> task.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
            assertThat(bench.count("select count(*) from item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupted_wait_for_a_connection_leaves_the_queue(Kind kind) {
        try (var bench = new Bench(kind, it -> it.size = 1)) {
            bench.work(() -> bench.database.atomic(() -> {
                var task = new FutureTask<>(() -> bench.count("select 1"));
                var thread = Thread.ofVirtual().start(task);
                Bench.eventually(
                        SOON,
                        () -> assertThat(bench.database.snapshot().waiting()).isEqualTo(1));

                thread.interrupt();

                assertInterrupted(task);
                assertThat(bench.database.snapshot().waiting()).isZero();
            }));
        }
    }
}
