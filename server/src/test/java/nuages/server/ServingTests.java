package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nuages.data.connection.Work;
import nuages.web.http.Headers;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServingTests {
    @TempDir
    Path folder;

    private final CountDownLatch gate = new CountDownLatch(200);
    private Site site;

    @BeforeEach
    void start() {
        site = Site.of(this::handle);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Response handle(Request request) throws Exception {
        return switch (request.path()) {
            case "/plain" -> Response.text("Hello").with("X-A", "1").with(Headers.of("Set-Cookie", "a=1", "Set-Cookie", "b=2"));
            case "/thread" -> Response.text(Thread.currentThread().getName() + " " + Thread.currentThread().isVirtual()
                    + " " + Work.current().name());
            case "/cookies" -> Response.text(request.headers().all("Cookie") + " " + request.headers().all("Host"));
            case "/large" -> new Response.Full(Status.OK, Headers.none(), new byte[3_000_000]);
            case "/stream" -> Response.stream("text/plain", out -> {
                for (int i = 0; i < 100_000; i++) {
                    out.write("0123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
            });
            case "/file" -> Response.file(folder.resolve("a.txt"), "text/plain");
            case "/nothing" -> Response.empty(Status.NO_CONTENT);
            case "/same" -> Response.text("unseen").with(Status.NOT_MODIFIED);
            case "/teapot" -> Response.text("short and stout").with(new Status(418, "I'm a teapot"));
            case "/hop" -> Response.text("x").with("Transfer-Encoding", "gzip").with("Connection", "close").with("Content-Length", "99");
            case "/boom" -> throw new IllegalStateException("secret");
            case "/error" -> throw new StackOverflowError("secret");
            case "/gate" -> {
                gate.countDown();
                yield Response.text("" + gate.await(10, TimeUnit.SECONDS));
            }
            default -> Response.text(request.path());
        };
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_full_body_comes_with_its_length_and_date(Version version) throws Exception {
        var answer = site.get("/plain", version);

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Hello");
        assertThat(answer.headers().firstValue("Content-Length")).contains("5");
        assertThat(answer.headers().firstValue("Date").orElseThrow()).matches("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.headers().map()).doesNotContainKey("server");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void large_streamed_and_file_bodies_arrive_whole(Version version) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "file ".repeat(500_000));

        assertThat(site.get("/large", version).body()).hasSize(3_000_000);
        assertThat(site.get("/stream", version).body()).hasSize(1_000_000).endsWith("0123456789");
        var file = site.get("/file", version);
        assertThat(file.body()).hasSize(2_500_000);
        assertThat(file.headers().firstValue("Content-Length")).contains("2500000");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_missing_file_is_404_and_a_failure_is_500_without_its_message(Version version) throws Exception {
        assertThat(site.get("/file", version).statusCode()).isEqualTo(404);
        for (var path : new String[] {"/boom", "/error"}) {
            assertThat(site.get(path, version).statusCode()).isEqualTo(500);
            assertThat(site.get(path, version).body()).doesNotContain("secret");
        }
    }

    @Test
    void head_204_and_304_have_no_body() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "file");
        try (var client = site.raw()) {
            for (var path : new String[] {"/plain", "/large", "/stream", "/file"}) {
                client.send("HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(client.answer(true).status()).isEqualTo(200);
            }
            client.send("HEAD /file HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer(true).headers()).containsEntry("content-length", "4");
            client.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\nGET /same HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().headers()).doesNotContainKeys("content-length", "transfer-encoding");
            assertThat(client.answer().headers()).doesNotContainKeys("content-length", "transfer-encoding");
            client.send("GET /plain HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void head_over_either_version_has_no_body(Version version) throws Exception {
        var head = HttpRequest.newBuilder(site.uri("/plain")).version(version).method("HEAD", HttpRequest.BodyPublishers.noBody());

        var answer = site.send(head);

        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).contains("5");
    }

    @Test
    void the_fields_between_two_hops_are_the_servers() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /hop HTTP/1.1\r\nHost: x\r\n\r\nGET /teapot HTTP/1.1\r\nHost: x\r\n\r\n");

            var hop = client.answer();
            assertThat(hop.body()).isEqualTo("x");
            assertThat(hop.headers()).doesNotContainKeys("connection", "transfer-encoding");
            assertThat(client.answer().status()).isEqualTo(418);
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws Exception {
        try (var client = site.raw()) {
            var all = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            client.send(all.toString());

            for (int i = 0; i < 50; i++) {
                assertThat(client.answer().body()).isEqualTo("/" + i);
            }
        }
    }

    @Test
    void a_request_has_a_virtual_thread_and_a_work_that_say_what_they_do() throws Exception {
        assertThat(site.get("/thread?secret=1").body()).isEqualTo("GET /thread true GET /thread");
    }

    @Test
    void http_2_requests_look_like_others() throws Exception {
        var request = HttpRequest.newBuilder(site.uri("/cookies")).version(Version.HTTP_2);
        assertThat(site.send(request.copy().header("Cookie", "a=1").header("Cookie", "b=2")).body())
                .isEqualTo("[a=1; b=2] [127.0.0.1:" + site.port() + "]");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void two_hundred_slow_requests_run_at_once(Version version) {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 200; i++) {
            var request = HttpRequest.newBuilder(site.uri("/gate")).version(version).build();
            answers.add(site.client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("true"));
    }
}
