package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import nuages.data.error.ConnectionTimeout;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfDeadlockTests {
    private static final int TASKS = 20;
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /** Runs the same task twenty times at once on ten connections; what failed, and that none of it waited in vain. */
    private static List<Exception> together(Bench bench, Action<Exception> task) {
        var failures = new ConcurrentLinkedQueue<Exception>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TASKS; i++) {
                threads.execute(() -> {
                    try {
                        bench.work(task);
                    } catch (Exception e) {
                        failures.add(e);
                    }
                });
            }
        }
        bench.assertAtRest();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
        return List.copyOf(failures);
    }

    private static Bench bench(Kind kind) {
        var bench = new Bench(kind, it -> it.waitLimit = Duration.ofSeconds(30));
        bench.work(() -> bench.sql("create table item (id integer primary key, name varchar(50))")
                .update());
        bench.work(() -> bench.sql("insert into item values (1, 'tea')").update());
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void nested_blocks_share_a_connection(Kind kind) {
        try (var bench = bench(kind)) {
            assertThat(together(
                            bench,
                            () -> bench.database.atomic(() -> bench.database.atomic(() -> {
                                bench.sql("select count(*) from item").one(Long.class);
                                Pause.of(Duration.ofMillis(20));
                            }))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void statements_within_a_stream_share_its_connection(Kind kind) {
        try (var bench = bench(kind)) {
            assertThat(together(
                            bench,
                            () -> bench.sql("select id from item").forEach(Long.class, id -> {
                                bench.sql("select name from item where id = ?", id)
                                        .one(String.class);
                                bench.sql("update item set name = ? where id = ?", "milk", id)
                                        .update();
                            })))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_connections_of_the_data_source_are_two_or_an_explanation(Kind kind) {
        try (var bench = bench(kind)) {
            var data = bench.database.dataSource();

            var failures = together(bench, () -> {
                try (var first = data.getConnection()) {
                    Pause.of(Duration.ofMillis(20));
                    try (var second = data.getConnection()) {
                        assertThat(first).isNotEqualTo(second);
                    }
                }
            });

            assertThat(failures)
                    .allSatisfy(it -> assertThat(it)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("test would wait for ever")
                            .hasCauseInstanceOf(ConnectionTimeout.class));
            assertThat(failures).hasSizeLessThan(kind == Kind.SQLITE ? TASKS + 1 : TASKS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fork_within_a_block_has_a_connection_or_an_explanation(Kind kind) {
        try (var bench = bench(kind)) {
            var failures = together(
                    bench,
                    () -> bench.database.atomic(() -> {
                        Pause.of(Duration.ofMillis(20));
                        var fork = Work.current()
                                .fork(() -> bench.sql("update item set name = 'milk'")
                                        .update());
                        return fork.get();
                    }));

            assertThat(failures)
                    .allSatisfy(it -> assertThat(it)
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(ConnectionTimeout.class)
                            .hasMessageContaining("test would wait for ever"));
        }
    }

    @Test
    void the_explanation_says_who_holds_what_and_what_to_do() throws SQLException {
        try (var bench = new Bench(Kind.POSTGRESQL, it -> it.size = 1)) {
            bench.work(() -> {
                try (var _ = bench.database.dataSource().getConnection()) {
                    assertThatThrownBy(() -> bench.sql("select 1").one(Long.class))
                            .isInstanceOf(ConnectionTimeout.class)
                            .message()
                            .matches("test would wait for ever: the only connection of database \"default\" is held by "
                                    + "threads that themselves wait for another one, or for a fork that does\\.\n"
                                    + "the oldest has been held for \\d+ms by test \\(SelfDeadlockTests.java:\\d+\\): "
                                    + "no statement yet\n"
                                    + "within atomic use the block's own connection, fork outside of it, or raise "
                                    + "pool.size \\(now 1\\)\\.");
                }
            });
        }
    }

    @Test
    void a_work_within_a_work_is_no_stranger() {
        try (var bench = new Bench(Kind.POSTGRESQL, it -> it.size = 1)) {
            bench.work(() -> bench.database.atomic(() -> {
                assertThatThrownBy(() -> bench.work(() -> bench.sql("select 1").one(Long.class)))
                        .isInstanceOf(ConnectionTimeout.class)
                        .hasMessageContaining("would wait for ever");
            }));
        }
    }

    @Test
    void a_fork_that_nobody_waits_for_may_wait() throws Exception {
        try (var bench = new Bench(Kind.POSTGRESQL, it -> it.size = 1)) {
            var done = new CountDownLatch(1);
            bench.work(() -> {
                var fork = new ArrayList<java.util.concurrent.Future<Long>>();
                bench.database.atomic(() -> {
                    fork.add(Work.current().fork(() -> bench.sql("select 1").one(Long.class)));
                    Bench.eventually(
                            Duration.ofSeconds(5),
                            () -> assertThat(bench.database.snapshot().waiting())
                                    .isOne());
                    bench.sql("select 1 from pg_sleep(0.2)").one(Long.class);
                    assertThat(done.await(200, java.util.concurrent.TimeUnit.MILLISECONDS))
                            .isFalse();
                });

                assertThat(fork.getFirst().get()).isEqualTo(1);
            });
        }
    }
}
