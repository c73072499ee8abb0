package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.data.connection.Work;
import nuages.data.error.WorkCancelled.Reason;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DisconnectTests {
    private static final long SOON = 100;

    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reason> cancelled = new LinkedBlockingQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
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
        if (request.path().equals("/quick")) {
            return Response.text("quick");
        }
        if (request.path().equals("/stream")) {
            return Response.stream("text/plain", out -> {
                out.write('x');
                out.flush();
                block();
            });
        }
        block();
        return Response.text("never");
    }

    private void block() throws InterruptedException {
        var work = Work.current();
        entered.add(work.name());
        try {
            never.await();
        } catch (InterruptedException stopped) {
            cancelled.add(work.cancelled().orElseThrow());
            throw stopped;
        }
    }

    private void noticed() throws InterruptedException {
        assertThat(cancelled.poll(SOON, TimeUnit.MILLISECONDS)).isEqualTo(Reason.CLIENT_LEFT);
        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(1))).isTrue();
        assertThat(site.server.requests().count()).isZero();
    }

    @RepeatedTest(5)
    void a_farewell_is_noticed() throws Exception {
        var client = site.raw().send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        entered.take();

        client.close();

        noticed();
    }

    @RepeatedTest(5)
    void a_reset_is_noticed() throws Exception {
        var client = site.raw().send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        entered.take();

        client.reset();

        noticed();
    }

    @Test
    void a_client_that_leaves_a_kept_connection_is_noticed() throws Exception {
        var client = site.raw().send("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
        client.answer();
        client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        entered.take();

        client.close();

        noticed();
    }

    @Test
    void a_client_that_leaves_behind_pipelined_requests_is_noticed() throws Exception {
        var many = "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100);
        for (boolean reset : new boolean[] {false, true}) {
            var client = site.raw().send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n" + many);
            entered.take();
            if (reset) {
                client.reset();
            } else {
                client.close();
            }
            noticed();
        }
    }

    @Test
    void a_client_that_leaves_behind_a_body_nobody_reads_is_noticed() throws Exception {
        var client = site.raw();
        var sender = Thread.ofVirtual().start(() -> client.sendAnyhow(
                "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n" + "x".repeat(9_000_000)));
        entered.take();
        sender.join(Duration.ofMillis(200));

        client.reset();

        noticed();
    }

    @Test
    void a_client_that_leaves_a_streamed_response_is_noticed() throws Exception {
        var client = site.raw().send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
        entered.take();

        client.close();

        noticed();
    }

    @Test
    void a_reset_of_one_http_2_stream_cancels_that_request_alone() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false));
            for (var path : new String[] {"/slow", "/stream"}) {
                var other = client.request(HttpMethod.GET, site.port(), "127.0.0.1", "/quick").await();
                var request = client.request(HttpMethod.GET, site.port(), "127.0.0.1", path).await();
                var _ = request.send();
                entered.take();

                request.reset(8).await();

                noticed();
                assertThat(other.send().await().statusCode()).isEqualTo(200);
            }
            var request = client.request(HttpMethod.GET, site.port(), "127.0.0.1", "/slow").await();
            var _ = request.send();
            entered.take();
            request.connection().close().await();
            noticed();
        } finally {
            vertx.close().await();
        }
    }

    @Test
    void five_hundred_clients_that_leave_at_once_are_all_noticed() throws Exception {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < 500; i++) {
            clients.add(site.raw().send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"));
        }
        for (int i = 0; i < 500; i++) {
            entered.take();
        }

        for (var client : clients) {
            client.close();
        }

        for (int i = 0; i < 500; i++) {
            assertThat(cancelled.poll(1, TimeUnit.SECONDS)).isEqualTo(Reason.CLIENT_LEFT);
        }
        assertThat(site.server.requests().awaitNone(Duration.ofSeconds(1))).isTrue();
        assertThat(site.get("/quick").body()).isEqualTo("quick");
    }
}
