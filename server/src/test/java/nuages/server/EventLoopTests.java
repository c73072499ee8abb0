package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.testing.servers.Kind;
import nuages.web.http.Headers;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Router;
import nuages.web.routing.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Routes that are answered without a thread of the request's own. */
class EventLoopTests {
    private static final String MEGABYTE = "0123456789abcdef".repeat(65_536);

    @TempDir
    Path folder;

    private final Routes routes = Routes.at("/");

    private Site site() {
        return site(Databases.of());
    }

    private Site site(Databases databases) {
        return Site.of(Router.of(routes), it -> {}, databases);
    }

    private static String thread() {
        return Thread.currentThread().isVirtual() + " " + Work.current().name();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_quick_view_has_no_thread_of_its_own(Version version) throws Exception {
        routes.get("/quick", request -> Response.text(thread() + request.query()))
                .onEventLoop();
        routes.get("/usual", request -> Response.text(thread()));
        try (var site = site()) {
            var answer = site.get("/quick?a=1", version);

            boolean told = version == Version.HTTP_1_1; // the head of the other does not tell whether a body follows
            assertThat(answer.body()).isEqualTo(!told + " GET /quicka=1");
            assertThat(site.get("/usual", version).body()).isEqualTo("true GET /usual");
            assertThat(site.server.requests().count()).isZero();
        }
    }

    @Test
    void what_has_a_body_has_a_thread_too() throws Exception {
        routes.any("/", request -> Response.text(thread() + request.text())).onEventLoop();
        try (var site = site()) {
            var post = HttpRequest.newBuilder(site.uri("/")).POST(BodyPublishers.ofString("sent"));
            var get = HttpRequest.newBuilder(site.uri("/")).method("GET", BodyPublishers.ofString("sent"));
            var delete = HttpRequest.newBuilder(site.uri("/")).DELETE();

            assertThat(site.send(post).body()).isEqualTo("true POST /sent");
            assertThat(site.send(get).body()).isEqualTo("true GET /sent");
            assertThat(site.send(delete).body()).isEqualTo("true DELETE /");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void what_is_not_sent_at_once_arrives_whole(Version version) throws Exception {
        var file = Files.writeString(folder.resolve("file"), MEGABYTE);
        routes.get("/large", request -> Response.text(MEGABYTE)).onEventLoop();
        routes.get("/file", request -> Response.file(file, "text/plain")).onEventLoop();
        routes.get(
                        "/stream",
                        request -> Response.stream("text/plain", out -> {
                            Thread.sleep(1);
                            out.write(MEGABYTE.getBytes(StandardCharsets.US_ASCII));
                        }))
                .onEventLoop();
        routes.get("/none", request -> Response.empty(Status.NO_CONTENT)).onEventLoop();
        try (var site = site()) {
            assertThat(site.get("/large", version).body()).isEqualTo(MEGABYTE);
            assertThat(site.get("/file", version).body()).isEqualTo(MEGABYTE);
            assertThat(site.get("/stream", version).body()).isEqualTo(MEGABYTE);
            assertThat(site.get("/none", version).statusCode()).isEqualTo(204);
            var part =
                    HttpRequest.newBuilder(site.uri("/file")).version(version).header("Range", "bytes=16-31");
            assertThat(site.send(part).body()).isEqualTo("0123456789abcdef");
        }
    }

    @Test
    void failures_become_answers_and_lines_of_the_log() throws Exception {
        routes.get("/boom", request -> {
                    throw new IllegalStateException("secret");
                })
                .onEventLoop();
        routes.get("/error", request -> {
                    throw new StackOverflowError("secret");
                })
                .onEventLoop();
        routes.get("/fine", request -> Response.text("fine")).onEventLoop();
        try (var site = site();
                var lines = new LogLines()) {
            assertThat(site.get("/boom").statusCode()).isEqualTo(500);
            assertThat(lines.access()).endsWith("\"GET /boom HTTP/1.1\" 500 26");
            assertThat(site.get("/error").body()).doesNotContain("secret");
            assertThat(lines.access()).endsWith("\"GET /error HTTP/1.1\" 500 26");
            assertThat(site.get("/fine").body()).isEqualTo("fine");
            assertThat(lines.access()).endsWith("\"GET /fine HTTP/1.1\" 200 4");
            assertThat(lines.noMoreAccess()).isTrue();
        }
    }

    @Test
    void a_head_that_is_refused_is_refused_there_too() throws Exception {
        routes.get("/", request -> Response.text("fine")).onEventLoop();
        try (var site = site();
                var client = site.raw()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(400);
            assertThat(client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer(true)
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_is_refused_and_the_next_request_served(Kind kind) throws Exception {
        var database = Database.open("default", kind.newDatabase());
        routes.get(
                        "/asks",
                        request -> Response.text("" + database.sql("select 1").one(Long.class)))
                .onEventLoop();
        routes.get(
                "/may", request -> Response.text("" + database.sql("select 1").one(Long.class)));
        try (var site = site(Databases.of(database));
                var lines = new LogLines()) {
            assertThat(site.get("/asks").statusCode()).isEqualTo(500);
            assertThat(lines.others())
                    .singleElement()
                    .satisfies(it -> assertThat(it.getThrowableProxy().getMessage())
                            .startsWith("work \"GET /asks\" must not wait")
                            .endsWith("take onEventLoop() off its route"));
            assertThat(site.get("/may").body()).isEqualTo("1");
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    @Test
    void it_waits_too_while_what_answers_it_is_exchanged() throws Exception {
        routes.get("/", request -> Response.text("old")).onEventLoop();
        var next = Routes.at("/");
        next.get("/", request -> Response.text("new").with(Headers.of("X-A", "1")))
                .onEventLoop();
        try (var site = site();
                var client = site.raw()) {
            assertThat(site.server.pause(Duration.ofSeconds(1))).isTrue();
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            while (site.server.requests().count() == 0) {
                Thread.onSpinWait();
            }
            site.server.resume(Router.of(next), new PlainFailures(), Databases.of());

            assertThat(client.answer().body()).isEqualTo("new");
        }
    }
}
