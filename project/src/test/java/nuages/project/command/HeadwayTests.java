package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeadwayTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicLong clock = new AtomicLong(-5);

    @Test
    void a_terminal_hears_now_and_then_how_far_it_is_and_is_left_clean() {
        var headway = headway(Console.of(out, err).onTerminal());

        headway.accept(100);
        pass(Duration.ofSeconds(1));
        headway.accept(200);
        pass(Duration.ofMillis(999));
        headway.accept(300);
        pass(Duration.ofMillis(1));
        headway.accept(400);
        headway.end();

        assertThat(err.toString()).isEqualTo("\r200 rows written\033[K\r400 rows written\033[K\r\033[K");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void quick_work_says_nothing() {
        var headway = headway(Console.of(out, err).onTerminal());

        headway.accept(100);
        headway.end();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_file_or_a_pipe_hears_nothing() {
        var headway = headway(Console.of(out, err));

        pass(Duration.ofMinutes(1));
        headway.accept(100);
        headway.end();

        assertThat(err.toString()).isEmpty();
    }

    private Headway headway(Console console) {
        return new Headway(console, "written", clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
