package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.data.connection.Work;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTests {
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Site site;

    @BeforeEach
    void start() {
        site = Site.of(this::handle, change -> {
            change.requestDeadline = Duration.ofMillis(200);
            change.drainTime = Duration.ofSeconds(20);
        });
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Response handle(Request request) {
        if (request.path().equals("/")) {
            return Response.text("fine");
        }
        String last = request.headers().first("Last-Event-ID").orElse("none");
        return Response.events(events -> {
            try {
                events.send("last", last);
                for (var next = events.next(news); !next.equals("end"); next = events.next(news)) {
                    events.send("news", next + " in " + Work.current().name());
                }
            } finally {
                over.countDown();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void events_arrive_when_they_happen_and_long_after_the_deadline(Version version) throws Exception {
        var request = HttpRequest.newBuilder(site.uri("/events"))
                .version(version)
                .header("Last-Event-ID", "7")
                .build();
        var answer = site.client.send(request, BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        try (var body = answer.body()) {
            assertThat(body.readNBytes(24)).asString(StandardCharsets.UTF_8).isEqualTo(":\n\nevent: last\ndata: 7\n\n");
            assertThat(news.poll(300, TimeUnit.MILLISECONDS)).isNull(); // the deadline passes
            news.add("tea");
            assertThat(body.readNBytes(38))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("event: news\ndata: tea in GET /events\n\n");
            news.add("end");
            assertThat(body.readAllBytes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_source_that_waits_hears_that_its_client_left(Version version) throws Exception {
        var request =
                HttpRequest.newBuilder(site.uri("/events")).version(version).build();
        try (var body = site.client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.read()).isEqualTo(':');
        }

        assertThat(over.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(5))).isTrue();
        assertThat(site.get("/").body()).isEqualTo("fine");
    }

    @Test
    void a_server_that_stops_ends_its_streams_at_once() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
            var buffer = new byte[1000];
            assertThat(client.read(buffer)).isPositive();
            long begin = System.nanoTime();

            site.server.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(over.getCount()).isZero();
        }
    }

    @Test
    void streams_end_when_what_answers_them_is_exchanged() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.read(new byte[1000])).isPositive();

            assertThat(site.server.pause(Duration.ofSeconds(10))).isTrue();

            assertThat(over.getCount()).isZero();
        }
    }

    @Test
    void a_browser_sees_the_end_of_a_stream_as_an_end() throws IOException, Exception {
        try (var client = site.raw()) {
            client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
            news.add("end");

            assertThat(client.answer().body()).isEqualTo(":\n\nevent: last\ndata: none\n\n");
        }
    }
}
