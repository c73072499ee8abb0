package nuages.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nuages.data.connection.Work;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTests {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final AtomicLong written = new AtomicLong();
    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private Site site;

    @BeforeEach
    void start() {
        site = Site.of(this::handle, change -> change.writeStall = Duration.ofMillis(700));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Response handle(Request request) {
        return switch (request.path()) {
            case "/endless" ->
                Response.stream("text/plain", out -> {
                    var piece = new byte[10_000];
                    try {
                        while (written.get() < 1000 * MEGABYTE) {
                            out.write(piece);
                            written.addAndGet(piece.length);
                        }
                    } catch (IOException left) {
                        failures.add(left);
                        throw left;
                    }
                });
            case "/broken" ->
                Response.stream("text/plain", out -> {
                    out.write(new byte[100_000]);
                    out.flush();
                    throw new IllegalStateException("in the middle");
                });
            case "/ten" ->
                Response.stream("text/plain", out -> out.write("0123456789".getBytes(US_ASCII)))
                        .with("Content-Length", request.query().substring("length=".length()));
            case "/work" ->
                Response.stream(
                        "text/plain", out -> out.write(Work.current().name().getBytes(US_ASCII)));
            case "/steps" ->
                Response.stream("text/plain", out -> {
                    out.write('1');
                    out.flush();
                    go.await();
                    out.write('2');
                });
            case "/full" ->
                new Response.Full(
                        nuages.web.http.Status.OK, nuages.web.http.Headers.none(), new byte[(int) (50 * MEGABYTE)]);
            case "/file" -> Response.file(folder.resolve("large"), "text/plain");
            default -> Response.text("fine");
        };
    }

    private void served() throws Exception {
        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(5))).isTrue();
        assertThat(site.get("/").body()).isEqualTo("fine");
    }

    @Test
    void a_slow_reader_slows_the_writer_down_and_is_cut_off_when_it_stops() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n");
            var buffer = new byte[1000];
            for (int i = 0; i < 5; i++) {
                assertThat(client.read(buffer)).isPositive();
            }

            assertThat(failures.poll(5, TimeUnit.SECONDS)).hasMessageContaining("took nothing for PT0.7S");
        }
        assertThat(written.get()).as("bytes on the way").isLessThan(20 * MEGABYTE);
        served();
    }

    @Test
    void a_large_body_or_file_nobody_takes_is_given_up() throws Exception {
        Files.write(folder.resolve("large"), new byte[(int) (50 * MEGABYTE)]);
        for (var path : new String[] {"/full", "/file"}) {
            try (var client = site.raw()) {
                client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
                while (site.server.requests().count() == 0) {
                    Thread.onSpinWait();
                }
                served();
                assertThat(client.closedByServer()).isTrue();
            }
        }
    }

    @Test
    void a_writer_hears_that_its_client_left() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.read(new byte[1000])).isPositive();
        }

        assertThat(failures.poll(5, TimeUnit.SECONDS)).isNotNull();
        served();
    }

    @Test
    void a_failure_in_the_middle_breaks_the_connection() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThatThrownBy(client::answer).isInstanceOfAny(EOFException.class, SocketException.class);
        }
        try (var client = site.raw()) {
            client.send("GET /broken HTTP/1.0\r\n\r\n");
            assertThatThrownBy(client::answer).isInstanceOf(SocketException.class);
        }
        served();
    }

    @Test
    void a_failure_in_the_middle_resets_the_http_2_stream_alone() throws Exception {
        assertThat(site.get("/", Version.HTTP_2).body()).isEqualTo("fine");

        assertThatThrownBy(() -> site.get("/broken", Version.HTTP_2)).isInstanceOf(IOException.class);

        assertThat(site.get("/", Version.HTTP_2).body()).isEqualTo("fine");
        assertThat(site.server.requests().connections().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_streamed_body_is_written_within_the_work(Version version) throws Exception {
        assertThat(site.get("/work", version).body()).isEqualTo("GET /work");
    }

    @Test
    void what_was_flushed_arrives_before_the_end() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /steps HTTP/1.0\r\n\r\n");
            var head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n1")) {
                var one = new byte[1];
                assertThat(client.read(one)).isEqualTo(1);
                head.append((char) one[0]);
            }
            assertThat(head.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("transfer-encoding");

            go.countDown();

            var rest = new byte[1];
            assertThat(client.read(rest)).isEqualTo(1);
            assertThat(rest).containsExactly('2');
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void a_length_that_a_view_tells_is_kept() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /ten?length=10 HTTP/1.1\r\nHost: x\r\n\r\n".repeat(2));

            assertThat(client.answer().body()).isEqualTo("0123456789");
            assertThat(client.answer().body()).isEqualTo("0123456789");
        }
    }

    /** Else the rest would be taken for the next answer, or the client would wait for what never comes. */
    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void an_answer_unlike_its_length_ends_the_connection(int length) throws Exception {
        try (var client = site.raw()) {
            client.send("GET /ten?length=" + length + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThatThrownBy(client::answer).isInstanceOfAny(EOFException.class, SocketException.class);
        }
        assertThat(site.get("/work").statusCode()).isEqualTo(200);
    }

    @Test
    void a_length_that_is_no_number_is_500() throws Exception {
        assertThat(site.get("/ten?length=many").statusCode()).isEqualTo(500);
    }
}
