package nuages.web.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventStreamTests {
    private final Line out = new Line();
    private final EventStream events = new EventStream(out, String::valueOf);

    @Test
    void events_are_written_as_browsers_read_them() throws IOException {
        events.send("one\ntwo\r\nthree\rfour");
        events.send("vote", "");
        events.json("tally", 7);
        events.send(Event.of("a", "b").withId("9").withRetry(Duration.ofSeconds(3)));
        events.comment("nothing\ndata: to see");

        assertThat(out.toString(UTF_8)).isEqualTo("""
            data: one
            data: two
            data: three
            data: four

            event: vote
            data:\s

            event: tally
            data: 7

            id: 9
            event: a
            retry: 3000
            data: b

            :nothing
            :data: to see

            """);
        assertThat(out.flushes).isEqualTo(5);
    }

    @Test
    void nothing_can_end_a_line_of_an_event_early() {
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("a\nb", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("c").withId("a\rb"));
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("c").withId("\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("c").withRetry(Duration.ofSeconds(-1)));
    }

    @Test
    void what_others_put_into_a_queue_is_sent_on() throws IOException {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        queue.add("a");

        assertThat(events.next(queue)).isEqualTo("a");
        assertThat(events.next(queue, Duration.ofMillis(1))).isNull();

        Thread.ofVirtual().start(() -> queue.add("b"));
        assertThat(events.next(queue)).isEqualTo("b");
    }

    @Test
    void signs_of_life_are_sent_while_nothing_happens() throws IOException {
        var impatient = new EventStream(out, String::valueOf, Duration.ofMillis(2));

        impatient.pause(Duration.ofMillis(20));

        assertThat(out.toString(UTF_8)).startsWith(":\n\n:\n\n").matches("(:\n\n)+");
    }

    @Test
    void whoever_waits_hears_at_once_that_the_client_left() throws Exception {
        var waiting = new CountDownLatch(1);
        var seen = new AtomicReference<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            waiting.countDown();
            seen.set(org.assertj.core.api.Assertions.catchThrowable(() -> events.next(new LinkedBlockingQueue<>())));
            if (Thread.currentThread().isInterrupted()) {
                seen.set(new AssertionError("the thread is still interrupted"));
            }
        });
        waiting.await();

        out.leave();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(seen.get()).isInstanceOf(StreamEnded.class);
        assertThatExceptionOfType(StreamEnded.class).isThrownBy(() -> events.send("a"));
        assertThatExceptionOfType(StreamEnded.class).isThrownBy(() -> events.pause(Duration.ofDays(1)));
    }

    @Test
    void a_source_ends_quietly_when_its_client_leaves_and_gives_back_what_it_took() throws Exception {
        var given = new CountDownLatch(1);

        events.run(stream -> {
            try {
                stream.send("a");
                out.leave();
                stream.send("b");
            } finally {
                given.countDown();
            }
        });

        assertThat(given.getCount()).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(":\n\ndata: a\n\n");
    }

    /** The end of a server's response. */
    private static final class Line extends ByteArrayOutputStream implements Departing {
        private int flushes;
        private Runnable told = () -> {};

        @Override
        public void whenGone(Runnable listener) {
            told = listener;
        }

        @Override
        public void flush() {
            flushes++;
        }

        void leave() {
            told.run();
        }
    }
}
