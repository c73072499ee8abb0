package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkTests {
    @Test
    void a_work_that_was_cancelled_before_it_began_does_not_begin() {
        var work = Work.of("GET /", Databases.of());
        work.cancel(Reason.SHUTDOWN);
        var began = new AtomicBoolean();

        assertThatThrownBy(() -> work.run(() -> began.set(true)))
                .isInstanceOfSatisfying(
                        WorkCancelled.class, it -> assertThat(it.reason()).isEqualTo(Reason.SHUTDOWN))
                .hasMessage("GET / was told to stop: the process is about to end");
        assertThat(began).isFalse();
    }

    @Test
    void a_work_is_run_once() {
        var work = Work.of("GET /", Databases.of());
        work.run(() -> {});

        assertThatThrownBy(() -> work.run(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("work \"GET /\" was run before: make a new one for each run");
    }

    @ParameterizedTest
    @EnumSource
    void an_offline_work_is_lent_nothing(Kind kind) {
        try (var bench = new Bench(kind, it -> {})) {
            Work.of("GET /", bench.databases).offline().run(() -> {
                var refused =
                        "work \"GET /\" must not wait, and asked for a database, which may keep it waiting: run it on"
                                + " a thread of its own; for a view, take onEventLoop() off its route";
                assertThatThrownBy(() -> bench.sql("select 1").one(Long.class))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(refused);
                assertThatThrownBy(() -> Work.atomic(() -> {}))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(refused);
            });

            assertThat(bench.database.snapshot().open()).isZero();
        }
    }
}
