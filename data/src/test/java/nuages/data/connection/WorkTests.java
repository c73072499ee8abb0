package nuages.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import org.junit.jupiter.api.Test;

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
}
