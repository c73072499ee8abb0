package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import nuages.data.error.EscapedScope;
import nuages.data.error.NoWork;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscapeTests {
    /** A connection and what came from it. */
    private record Lent(Connection connection, Statement statement, ResultSet rows) {
        private static Lent from(Bench bench) throws SQLException {
            var connection = bench.database.dataSource().getConnection();
            var statement = connection.createStatement();
            return new Lent(connection, statement, statement.executeQuery("select 1"));
        }
    }

    private static @Nullable Throwable thrownInAnotherThread(Action<Exception> code) throws InterruptedException {
        var thrown = new AtomicReference<@Nullable Throwable>();
        Thread.ofVirtual()
                .name("stranger")
                .start(() -> {
                    try {
                        code.run();
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                })
                .join();
        return thrown.get();
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_was_closed_is_used_no_more(Kind kind) throws SQLException {
        try (var bench = new Bench(kind, _ -> {})) {
            bench.work(() -> {
                var lent = Lent.from(bench);
                lent.connection.close();

                assertThatThrownBy(lent.connection::createStatement)
                        .isInstanceOf(SQLException.class)
                        .message()
                        .matches("a connection lent to test was used after it had been closed at "
                                + "EscapeTests.java:\\d+: ask the data source for another one");
                assertThatThrownBy(lent.rows::next)
                        .isInstanceOf(SQLException.class)
                        .hasCauseInstanceOf(EscapedScope.class)
                        .message()
                        .matches("a connection lent to test \\(EscapeTests.java:\\d+\\) was used after it had been "
                                + "given back at EscapeTests.java:\\d+: somebody else may have it by now.\n"
                                + "use it, its statements and its results before that, or ask for another one.");
                assertThat(bench.database.snapshot().leased()).isZero();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_is_used_no_more_after_its_work(Kind kind) throws SQLException {
        try (var bench = new Bench(kind, _ -> {})) {
            var lent = bench.<Lent, SQLException>work(() -> Lent.from(bench));

            bench.assertAtRest();
            for (var use : new Action<?>[] {
                () -> lent.connection.createStatement(),
                () -> lent.statement.execute("select 1"),
                () -> lent.rows.next()
            }) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(SQLException.class)
                        .message()
                        .matches("(?s)a connection lent to test \\(EscapeTests.java:\\d+\\) was used after it had been "
                                + "given back by the end of the work: .*");
            }
            assertThat(lent.connection.isClosed()).isTrue();
            lent.connection.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_stays_with_its_thread(Kind kind) throws Exception {
        try (var bench = new Bench(kind, _ -> {})) {
            bench.work(() -> {
                var lent = Lent.from(bench);

                assertThat(thrownInAnotherThread(() -> lent.statement.execute("select 1")))
                        .isInstanceOf(SQLException.class)
                        .message()
                        .matches("a connection lent to test \\(EscapeTests.java:\\d+\\), in thread main, was used by "
                                + "thread stranger: a connection stays with the thread it was lent to.\n"
                                + "use it there, or give the other thread a connection of its own with Work.fork.");
                assertThat(lent.rows.next()).isTrue();
                lent.connection.close();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_connection_of_an_atomic_block_ends_with_it(Kind kind) throws SQLException {
        try (var bench = new Bench(kind, _ -> {})) {
            bench.work(() -> {
                var lent = bench.database.atomic(() -> Lent.from(bench));

                assertThatThrownBy(lent.rows::next)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("after it had been given back by the end of its atomic block");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_inherits_a_work_has_connections_of_its_own(Kind kind) throws Exception {
        try (var bench = new Bench(kind, _ -> {})) {
            bench.work(() -> {
                var strand = Work.strand();

                assertThat(thrownInAnotherThread(() -> strand.work.asInherited(
                                strand, () -> bench.sql("select 1").one(Long.class))))
                        .isNull();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_inherits_a_work_cannot_outlive_it(Kind kind) throws Exception {
        try (var bench = new Bench(kind, _ -> {})) {
            var strand = bench.work(() -> Work.strand());

            assertThat(thrownInAnotherThread(() -> strand.work.asInherited(
                            strand, () -> bench.sql("select 1").one(Long.class))))
                    .isInstanceOf(NoWork.class)
                    .hasMessageContaining("work \"test\" has ended")
                    .hasMessageContaining("stranger");
        }
    }

    @Test
    void a_work_that_has_ended_is_not_forked() {
        try (var bench = new Bench(Kind.SQLITE, _ -> {})) {
            var work = bench.work(() -> Work.current());

            assertThatThrownBy(() -> work.fork(() -> 1))
                    .isInstanceOf(NoWork.class)
                    .hasMessage(
                            "work \"test\" has ended: fork it while it runs, and wait for the fork within the work");
        }
    }

    @Test
    void a_fork_left_running_is_stopped_with_its_work() {
        try (var bench = new Bench(Kind.POSTGRESQL, _ -> {})) {
            long began = System.nanoTime();
            bench.work(() -> {
                var fork = Work.current()
                        .fork(() -> bench.sql("select 1 from pg_sleep(20)").one(Long.class));
                Bench.eventually(
                        Duration.ofSeconds(5),
                        () -> assertThat(bench.database.snapshot().leases()).anyMatch(LeaseSnapshot::busy));
                assertThat(fork.isDone()).isFalse();
            });

            Bench.eventually(Duration.ofSeconds(2), bench::assertAtRest);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void without_a_work_there_is_no_database() {
        try (var bench = new Bench(Kind.SQLITE, _ -> {})) {
            assertThatThrownBy(() -> bench.sql("select 1").one(Long.class))
                    .isInstanceOf(NoWork.class)
                    .hasMessage("no work is running, so that no database can be used: a connection is always opened "
                            + "for a work.\nrequests, commands and tests have one; elsewhere start one with "
                            + "Work.of(\"nightly report\", databases).run(() -> …).");
            assertThatThrownBy(() -> bench.database.dataSource().getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("no work is running");
        }
    }
}
