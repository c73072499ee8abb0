package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import nuages.data.error.StatementTimeout;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class HoldTests {
    private static Bench bench(Kind kind) {
        return new Bench(kind, it -> {
            it.size = 1;
            it.holdWarning = Duration.ofMillis(100);
            it.holdLimit = Duration.ofMillis(400);
        });
    }

    @Timeout(20)
    @ParameterizedTest
    @EnumSource
    void a_long_hold_is_reported_with_work_statement_line_and_stack(Kind kind) {
        var reaper = (Logger) LoggerFactory.getLogger(Reaper.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        reaper.addAppender(lines);
        try (var bench = bench(kind)) {
            Work.of("POST /polls/7/vote", bench.databases)
                    .run(() -> bench.database.atomic(() -> {
                        bench.sql("select 41 + 1").one(Long.class);
                        while (lines.list.isEmpty()) {
                            Pause.of(Duration.ofMillis(5));
                        }
                    }));

            assertThat(lines.list.getFirst().getFormattedMessage())
                    .startsWith("a connection is held for longer than pool.holdWarning (100ms): ")
                    .contains(" by POST /polls/7/vote (HoldTests.java:")
                    .contains("): select 41 + 1\n\tat ")
                    .contains("HoldTests.");
        } finally {
            reaper.detachAppender(lines);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_beyond_the_hold_limit_is_cancelled_and_its_holder_fails(Kind kind) {
        try (var bench = bench(kind)) {
            assertThatThrownBy(() -> bench.work(() -> bench.sql(kind.sleep(60)).list(Long.class)))
                    .isInstanceOfSatisfying(
                            WorkCancelled.class, it -> assertThat(it.reason()).isEqualTo(Reason.HOLD_LIMIT))
                    .hasMessageContaining("pool.holdLimit (400ms)");

            assertThat(bench.count("select 3")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_never_comes_back_loses_its_connection(Kind kind) throws Exception {
        try (var bench = bench(kind)) {
            var stop = new AtomicBoolean();
            var holds = new CountDownLatch(1);
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    bench.work(() -> bench.database.atomic(() -> {
                        bench.sql("select 1").one(Long.class);
                        holds.countDown();
                        while (!stop.get()) {
                            Thread.onSpinWait();
                        }
                    }));
                } catch (WorkCancelled expected) {
                    assertThat(expected.reason()).isEqualTo(Reason.HOLD_LIMIT);
                }
            });
            holds.await();

            assertThat(bench.count("select 4")).isEqualTo(4);

            assertThat(thread.isAlive()).isTrue();
            stop.set(true);
            thread.join();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_beyond_its_time_is_cancelled_and_its_transaction_can_be_undone(Kind kind) {
        try (var bench = new Bench(kind, it -> {
            it.size = 1;
            it.statementTimeout = java.util.Optional.of(Duration.ofMillis(200));
        })) {
            bench.work(() -> bench.database.atomic(() -> {
                assertThatThrownBy(() -> bench.database.atomic(
                                () -> bench.sql(kind.sleep(60)).list(Long.class)))
                        .isInstanceOf(StatementTimeout.class)
                        .hasMessageContaining("statementTimeout (200ms)");
                assertThat(bench.sql("select 5").one(Long.class)).isEqualTo(5);
            }));

            assertThat(bench.database.snapshot().open()).isEqualTo(1);
        }
    }
}
