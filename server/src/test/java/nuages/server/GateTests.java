package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.web.http.Handler;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;

class GateTests {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final CountDownLatch go = new CountDownLatch(1);
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private final Handler slow = request -> {
        entered.add(request.path());
        go.await();
        return Response.text("old");
    };

    @Test
    void requests_wait_while_what_answers_them_is_exchanged() throws Exception {
        var databases = Databases.of();
        try (var site = Site.of(request -> Response.text("old"));
                var client = site.raw()) {
            assertThat(client.send(GET).answer().body()).isEqualTo("old");

            assertThat(site.server.pause(Duration.ofSeconds(1))).isTrue();
            client.send(GET);
            while (site.server.requests().count() == 0) {
                Thread.onSpinWait();
            }
            site.server.resume(
                    request -> Response.text("new, " + (Work.current().databases() == databases)),
                    new PlainFailures(),
                    databases);

            assertThat(client.answer().body()).isEqualTo("new, true");
        }
    }

    @Test
    void those_that_are_being_answered_end_first() throws Exception {
        try (var site = Site.of(slow);
                var client = site.raw()) {
            client.send(GET);
            entered.take();

            var paused = CompletableFuture.supplyAsync(() -> site.server.pause(Duration.ofSeconds(5)));
            assertThat(paused).isNotDone();
            go.countDown();

            assertThat(client.answer().body()).isEqualTo("old");
            assertThat(paused.get(2, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void those_that_do_not_end_are_cancelled() throws Exception {
        try (var site = Site.of(slow);
                var client = site.raw()) {
            client.send(GET);
            entered.take();

            assertThat(site.server.pause(Duration.ofMillis(50))).isTrue();

            assertThat(client.answer().status()).isEqualTo(503);
        }
    }

    @Test
    void a_client_that_leaves_while_it_waits_is_not_answered() throws Exception {
        try (var site = Site.of(slow)) {
            site.server.pause(Duration.ofSeconds(1));
            var client = site.raw();
            client.send(GET);
            while (site.server.requests().count() == 0) {
                Thread.onSpinWait();
            }
            client.close();
            while (site.server.requests().connections().count() > 0) {
                Thread.onSpinWait();
            }
            site.server.resume(slow, new PlainFailures(), Databases.of());

            assertThat(site.server.requests().awaitNone(Duration.ofSeconds(2))).isTrue();
            assertThat(entered).isEmpty();
        }
    }

    @Test
    void those_that_wait_are_turned_away_when_the_server_stops() throws Exception {
        try (var site = Site.of(slow);
                var client = site.raw()) {
            site.server.pause(Duration.ofSeconds(1));
            client.send(GET);
            while (site.server.requests().count() == 0) {
                Thread.onSpinWait();
            }

            site.server.stop();

            assertThat(client.answer().status()).isEqualTo(503);
        }
    }
}
