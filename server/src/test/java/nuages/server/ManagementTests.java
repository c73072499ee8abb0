package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementTests {
    @TempDir
    Path folder;

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private Database database;
    private Site site;
    private ManagementServer management;

    @BeforeEach
    void start() {
        database = Database.open("default", "sqlite:" + folder.resolve("a.db"));
        site = Site.of(
                this::handle,
                change -> {
                    change.requestsInFlight = 1;
                    change.drainTime = Duration.ofMillis(100);
                },
                Databases.of(database));
        management =
                ManagementServer.start(ManagementSettings.standard().withPort(0), Databases.of(database), site.server);
    }

    @AfterEach
    void stop() {
        go.countDown();
        site.close();
        management.stop();
        database.shutdown(Duration.ofSeconds(1));
    }

    private Response handle(Request request) throws Exception {
        if (request.path().equals("/")) {
            return Response.text("fine");
        }
        return Work.atomic(() -> {
            Work.current().database().sql("select 1").one(Integer.class);
            entered.countDown();
            go.await();
            return Response.text("done");
        });
    }

    private HttpResponse<String> get(String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + management.port() + path);
        return site.client.send(
                HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
    }

    @Test
    void a_page_that_lets_its_own_name_point_here_learns_nothing() throws Exception {
        try (var browser = new RawClient(management.port())) {
            var rebound = browser.send("GET /connections HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .answer();
            var own = browser.send("GET /connections HTTP/1.1\r\nHost: localhost:9000\r\n\r\n")
                    .answer();

            assertThat(rebound.status()).isEqualTo(421);
            assertThat(rebound.body()).doesNotContain("default");
            assertThat(own.status()).isEqualTo(200);
        }
    }

    @Test
    void it_tells_that_the_site_is_alive_and_ready() throws Exception {
        assertThat(get("/health/live").body()).isEqualTo("{\"live\":true}");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("{\"ready\":true,\"reasons\":[]}");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void it_shows_who_holds_what_while_the_site_is_full() throws Exception {
        try (var client = site.raw().send("GET /atomic?secret HTTP/1.1\r\nHost: x\r\n\r\n")) {
            entered.await();
            assertThat(site.get("/").statusCode()).isEqualTo(503);

            assertThat(get("/connections").body())
                    .contains("\"alias\":\"default\"", "\"leased\":1", "\"orphaned\":0", "\"waiting\":0", "\"shed\":0")
                    .contains(
                            "\"work\":\"GET /atomic\"", "\"sql\":\"select 1\"", "\"codeLine\":\"ManagementTests.java:")
                    .contains("\"transaction\":true", "\"ageMillis\":", "\"thread\":", "\"busy\":false");
            assertThat(get("/metrics").body())
                    .contains("nuages_pool_leased{database=\"default\"} 1.0", "nuages_requests_in_flight 1.0")
                    .contains(
                            "nuages_requests_seconds_count{status=\"5xx\"} 1",
                            "jvm_memory_used_bytes",
                            "nuages_connections ");
            go.countDown();
            assertThat(client.answer().body()).isEqualTo("done");
        }
        assertThat(get("/connections").body()).contains("\"leased\":0", "\"leases\":[]");
    }

    @Test
    void a_site_that_stops_is_not_ready_but_alive() throws Exception {
        site.server.stop();

        var ready = get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("the server is stopping");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void it_only_tells() throws Exception {
        var post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management.port() + "/connections"))
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(site.send(post).statusCode()).isEqualTo(405);
    }
}
