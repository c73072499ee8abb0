package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.data.connection.Work;
import nuages.data.error.WorkCancelled.Reason;
import nuages.web.http.Handler;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitTests {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final CountDownLatch go = new CountDownLatch(1);
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private final Handler plain = request -> Response.text("fine");
    private final Handler slow = request -> {
        entered.add(request.path());
        go.await();
        return Response.text("slow");
    };

    private final LogLines log = new LogLines();

    @AfterEach
    void stopListening() {
        log.close();
    }

    /** The next line that is no access. */
    private String warning() throws InterruptedException {
        return log.other().getFormattedMessage();
    }

    @Test
    void one_connection_too_many_is_closed_at_once() throws Exception {
        try (var site = Site.of(plain, change -> change.connections = 2);
                var first = site.raw();
                var second = site.raw()) {
            first.send(GET).answer();
            second.send(GET).answer();
            try (var third = site.raw()) {
                assertThat(third.sendAnyhow(GET).closedByServer()).isTrue();
            }
            assertThat(site.server.requests().connections().refused()).isEqualTo(1);
            assertThat(warning()).isEqualTo("""
                1 connections were closed as soon as they came: at most 2 may be open, and 5000 from one address; 2 are. \
                If they are honest, raise connections or connectionsPerAddress\
                """);

            first.leave();
            while (site.server.requests().connections().count() > 1) {
                Thread.onSpinWait();
            }

            try (var third = site.raw()) {
                assertThat(third.send(GET).answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void one_address_cannot_take_all_connections() throws Exception {
        try (var site = Site.of(plain, change -> change.connectionsPerAddress = 1);
                var first = site.raw()) {
            first.send(GET).answer();
            for (int i = 0; i < 3; i++) {
                try (var second = site.raw()) {
                    assertThat(second.sendAnyhow(GET).closedByServer()).isTrue();
                }
            }
            assertThat(warning()).contains(" connections were closed as soon as they came", " and 1 from one address");
            first.leave();
            while (site.server.requests().connections().count() > 0) {
                Thread.onSpinWait();
            }
            try (var second = site.raw()) {
                assertThat(second.send(GET).answer().status()).isEqualTo(200);
            }
            assertThat(log.others()).as("lines that would fill the disk").isEmpty();
        }
    }

    @Test
    void a_client_that_uses_its_port_again_at_once_is_served_and_counted() throws Exception {
        try (var site = Site.of(plain);
                var first = RawClient.from(0, site.port())) {
            int port = first.send(GET).localPort();
            first.answer();
            first.reset();
            for (int i = 0; i < 300; i++) {
                try (var again = RawClient.from(port, site.port())) {
                    assertThat(again.send(GET).answer().status()).isEqualTo(200);
                    assertThat(site.server.requests().connections().count()).isPositive();
                    again.reset();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void one_request_too_many_is_503_at_once(Version version) throws Exception {
        try (var site = Site.of(slow, change -> change.requestsInFlight = 1);
                var first = site.raw()) {
            first.send(GET);
            entered.take();

            var second = site.get("/", version);

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            log.once(503);
            go.countDown();
            assertThat(first.answer().body()).isEqualTo("slow");
            assertThat(site.get("/", version).body()).isEqualTo("slow");
        }
    }

    @Test
    void slow_headers_are_cut_off() throws Exception {
        try (var site = Site.of(plain, change -> change.headerTime = Duration.ofMillis(300));
                var silent = site.raw();
                var slowly = site.raw();
                var second = site.raw()) {
            second.send(GET).answer();
            log.once(200);
            second.send("GET / HTTP/1.1\r\n");
            var trickle = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 20; i++) {
                    slowly.sendAnyhow("G");
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
            });

            assertThat(silent.patience(2000).closedByServer()).isTrue();
            assertThat(slowly.patience(2000).closedByServer()).isTrue();
            assertThat(second.patience(2000).closedByServer()).isTrue();
            trickle.join();
            assertThat(List.of(log.access(), log.access()))
                    .as("silence is no request")
                    .allMatch(it -> it.endsWith("\"-\" 408 0"));
            assertThat(site.get("/").statusCode()).isEqualTo(200);
            log.once(200);
        }
    }

    @Test
    void an_idle_connection_is_closed_but_not_a_busy_one() throws Exception {
        try (var site = Site.of(slow, change -> change.idleTime = Duration.ofMillis(300));
                var busy = site.raw();
                var idle = site.raw()) {
            busy.send(GET);
            idle.send("BREW / HTTP/1.1\r\nHost: x\r\n\r\n").answer();

            assertThat(idle.patience(2000).closedByServer()).isTrue();

            go.countDown();
            assertThat(busy.answer().body()).isEqualTo("slow");
        }
    }

    @Test
    void the_deadline_cancels_the_work() throws Exception {
        var reasons = new LinkedBlockingQueue<Reason>();
        Handler handler = request -> {
            try {
                go.await();
                return Response.text("late");
            } finally {
                reasons.add(Work.current().cancelled().orElseThrow());
            }
        };
        try (var site = Site.of(handler, change -> change.requestDeadline = Duration.ofMillis(200))) {
            assertThat(site.get("/").statusCode()).isEqualTo(503);
            log.once(503);
            assertThat(reasons.poll(1, TimeUnit.SECONDS)).isEqualTo(Reason.DEADLINE);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_handler_that_does_not_come_back_is_answered_for(Version version) throws Exception {
        Handler handler = request -> {
            while (go.getCount() > 0) {
                try {
                    go.await();
                } catch (InterruptedException deaf) {
                    assert go.getCount() >= 0;
                }
            }
            return Response.text("too late");
        };
        try (var site = Site.of(handler, change -> change.requestDeadline = Duration.ofMillis(100))) {
            assertThat(site.get("/", version).statusCode()).isEqualTo(503);
            assertThat(site.server.requests().count()).isEqualTo(1);
            go.countDown();
            assertThat(site.server.requests().awaitNone(Duration.ofSeconds(5))).isTrue();
        }
    }
}
