package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.data.connection.Databases;
import nuages.data.error.SettingsException;
import nuages.web.http.Handler;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShutdownTests {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final CountDownLatch go = new CountDownLatch(1);
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private final Handler slow = request -> {
        entered.add(request.path());
        go.await();
        return Response.text("slow");
    };

    private static CompletableFuture<Void> stopping(Site site) {
        var stopping = CompletableFuture.runAsync(
                site.server::stop, task -> Thread.ofVirtual().start(task));
        while (!site.server.requests().draining()) {
            Thread.onSpinWait();
        }
        return stopping;
    }

    @Test
    void requests_in_flight_end_and_idle_connections_close() throws Exception {
        try (var site = Site.of(slow);
                var idle = site.raw();
                var busy = site.raw()) {
            idle.send("BREW / HTTP/1.1\r\nHost: x\r\n\r\n").answer();
            busy.send(GET);
            entered.take();

            var stopping = stopping(site);

            assertThat(idle.patience(2000).closedByServer()).isTrue();
            assertThatThrownBy(() -> site.raw()).isInstanceOf(ConnectException.class);
            assertThat(stopping).isNotDone();
            go.countDown();
            var answer = busy.answer();
            assertThat(answer.body()).isEqualTo("slow");
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(busy.closedByServer()).isTrue();
            stopping.get(2, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void either_version_gets_its_last_answer(Version version) throws Exception {
        try (var site = Site.of(slow)) {
            var request = HttpRequest.newBuilder(site.uri("/")).version(version).build();
            var answer = site.client.sendAsync(request, BodyHandlers.ofString());
            entered.take();

            var stopping = stopping(site);
            go.countDown();

            assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("slow");
            stopping.get(4, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_does_not_end_is_cancelled() throws Exception {
        try (var site = Site.of(slow, change -> change.drainTime = Duration.ofMillis(200));
                var client = site.raw()) {
            client.send(GET);
            entered.take();

            site.server.stop();

            assertThat(client.answer().status()).isEqualTo(503);
            assertThat(site.server.requests().count()).isZero();
        }
    }

    @Test
    void what_cannot_be_cancelled_does_not_keep_it_from_stopping() throws Exception {
        Handler stubborn = request -> {
            entered.add(request.path());
            while (go.getCount() > 0) {
                try {
                    go.await();
                } catch (InterruptedException deaf) {
                    assert go.getCount() >= 0;
                }
            }
            return Response.text("at last");
        };
        try (var site = Site.of(stubborn, change -> change.drainTime = Duration.ofMillis(100));
                var client = site.raw()) {
            client.send(GET);
            entered.take();
            long start = System.nanoTime();

            site.server.stop();
            site.server.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(client.closedByServer()).isTrue();
            go.countDown();
        }
    }

    @Test
    void a_port_in_use_says_so() throws Exception {
        try (var site = Site.of(slow)) {
            var same = ServerSettings.standard().with(change -> change.port = site.port());

            assertThatThrownBy(() -> HttpServer.start(same, slow, Databases.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + site.port())
                    .hasMessageContaining("--port " + (site.port() + 1));
        }
    }

    @Test
    void an_unknown_host_says_so() {
        var elsewhere = ServerSettings.standard().with(change -> {
            change.host = "203.0.113.7";
            change.port = 0;
        });

        assertThatThrownBy(() -> HttpServer.start(elsewhere, slow, Databases.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cannot listen on 203.0.113.7:0");
    }
}
