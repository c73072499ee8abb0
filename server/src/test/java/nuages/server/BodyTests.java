package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.web.http.HttpException;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyTests {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private LogLines log;
    private Site site;

    @BeforeEach
    void start() {
        log = new LogLines();
        site = Site.of(this::handle, change -> {
            change.bodyBytes = 1_000_000;
            change.bodyGrace = Duration.ofMillis(300);
            change.bodyBytesPerSecond = 1000;
            change.headerTime = Duration.ofSeconds(1);
        });
    }

    @AfterEach
    void stop() {
        site.close();
        log.close();
    }

    /** An answer was logged once, and the next request is served. */
    private void loggedOnce(int status) throws Exception {
        log.once(status);
        assertThat(site.get("/").body()).isEqualTo("ignored");
        log.once(200);
    }

    private Response handle(Request request) throws Exception {
        return switch (request.path()) {
            case "/count" -> count(request);
            case "/first" -> Response.text("" + (char) request.body().stream().read());
            case "/echo" -> {
                var text = new String(request.body().stream().readAllBytes(), StandardCharsets.UTF_8);
                yield Response.text(text);
            }
            case "/late" -> {
                go.await();
                yield count(request);
            }
            case "/twice" -> {
                request.body().stream().readAllBytes();
                yield Response.text("" + request.body().stream().readAllBytes().length);
            }
            default -> Response.text("ignored");
        };
    }

    private Response count(Request request) throws IOException {
        begun.countDown();
        try (var in = request.body().stream()) {
            long count = in.transferTo(java.io.OutputStream.nullOutputStream());
            seen.add("read " + count);
            return Response.text("" + count);
        } catch (IOException | HttpException failure) {
            seen.add(failure.getMessage());
            throw failure;
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_body_arrives_whole(Version version) throws Exception {
        var bytes = new byte[900_000];
        var request = HttpRequest.newBuilder(site.uri("/count")).version(version);

        assertThat(site.send(request.POST(BodyPublishers.ofByteArray(bytes))).body())
                .isEqualTo("900000");
        assertThat(site.send(request.POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes))))
                        .body())
                .isEqualTo("900000");
        assertThat(site.send(request.POST(BodyPublishers.noBody())).body()).isEqualTo("0");
    }

    @Test
    void a_body_is_read_as_it_arrives() throws Exception {
        try (var client = site.raw()) {
            client.send("POST /first HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na");

            assertThat(client.answer().body()).isEqualTo("a");

            client.send("bGET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("ignored");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_body_of_unknown_length_that_grows_too_large_is_413(Version version) throws Exception {
        var body = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[1_500_000]));
        var request =
                HttpRequest.newBuilder(site.uri("/count")).version(version).POST(body);

        assertThat(site.send(request).statusCode()).isEqualTo(413);
        assertThat(seen.poll(5, TimeUnit.SECONDS)).contains("larger than 1000000");
        loggedOnce(413);
    }

    @Test
    void a_body_that_trickles_is_408() throws Exception {
        try (var client = site.raw()) {
            client.send("POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");

            var answer = client.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(client.closedByServer()).isTrue();
        }
        assertThat(seen.take()).contains("too slowly");
        loggedOnce(408);
    }

    @Test
    void a_client_that_stops_in_the_middle_frees_everything() throws Exception {
        try (var client = site.raw()) {
            client.send("POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");
            begun.await();
        }

        assertThat(seen.poll(250, TimeUnit.MILLISECONDS)).contains("the client left");
        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(5))).isTrue();
        loggedOnce(499);
    }

    @Test
    void a_body_nobody_reads_yet_makes_the_client_wait() throws Exception {
        try (var client = site.raw()) {
            client.send("POST /late HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            var sender = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 9; i++) {
                    client.sendAnyhow("186a0\r\n" + "x".repeat(100_000) + "\r\n");
                }
                client.sendAnyhow("0\r\n\r\n");
            });
            sender.join(Duration.ofMillis(200));

            go.countDown();

            assertThat(client.answer().body()).isEqualTo("900000");
        }
    }

    @Test
    void a_client_that_waits_for_a_go_ahead_gets_one_when_the_body_is_read() throws Exception {
        try (var client = site.raw()) {
            client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);
            client.send("hi");
            assertThat(client.answer().body()).isEqualTo("hi");
        }
        try (var client = site.raw()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            var answer = client.answer();
            assertThat(answer.body()).isEqualTo("ignored");
            assertThat(answer.headers()).containsEntry("connection", "close");
        }
    }

    @Test
    void a_small_rest_is_read_away_and_a_large_one_ends_the_connection() throws Exception {
        try (var client = site.raw()) {
            var small = "x".repeat(200_000);
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n" + small
                    + "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("ignored");
            assertThat(client.answer().body()).isEqualTo("ignored");

            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n");
            assertThat(client.answer().headers()).containsEntry("connection", "close");
            assertThat(client.sendAnyhow("x".repeat(900_000)).closedByServer()).isTrue();
        }
    }

    @Test
    void a_rest_that_never_comes_ends_the_connection() throws Exception {
        try (var client = site.raw()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("ignored");

            assertThat(client.patience(3000).closedByServer()).isTrue();
        }
    }

    @Test
    void a_body_is_read_once() throws Exception {
        var request = HttpRequest.newBuilder(site.uri("/twice")).POST(BodyPublishers.ofString("abc"));

        assertThat(site.send(request).statusCode()).isEqualTo(500);
    }

    @Test
    void the_client_helper_of_these_tests_notices_silence() throws Exception {
        try (var client = site.raw().patience(50)) {
            assertThatThrownBy(client::answer).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
