package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTests {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("nuages.access");
    private final CountDownLatch entered = new CountDownLatch(1);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private String line() throws InterruptedException {
        return String.valueOf(lines.poll(5, TimeUnit.SECONDS));
    }

    private Site site() {
        return Site.of(request -> {
            if (request.path().equals("/slow")) {
                entered.countDown();
                new CountDownLatch(1).await();
            }
            return Response.text("counter is at 1");
        });
    }

    @Test
    void each_request_has_one_line() throws Exception {
        try (var site = site();
                var client = site.raw()) {
            client.send("GET /?a=b HTTP/1.1\r\nHost: x\r\n\r\n").answer();
            assertThat(line()).matches("INFO \\[\\d\\d/\\w{3}/\\d{4} [\\d:]{8}] \"GET /\\?a=b HTTP/1.1\" 200 15");
            client.send("BREW /\"x\u001b[31m HTTP/1.1\r\nHost: x\r\n\r\n").answer();
            assertThat(line()).contains("ERROR", "\"BREW /\\\"x\\x1b[31m HTTP/1.1\" 501");
            client.send("nonsense\r\n\r\n").answer();
            assertThat(line()).contains("WARN", "\"-\" 400 16");
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void a_client_that_left_has_a_line_too() throws Exception {
        try (var site = site()) {
            try (var client = site.raw()) {
                client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
                entered.await();
            }
            assertThat(line()).endsWith("\"GET /slow HTTP/1.1\" 499 0");
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void what_could_forge_a_line_is_escaped() {
        assertThat(AccessLog.escaped("GET / HTTP/1.1")).isEqualTo("GET / HTTP/1.1");
        assertThat(AccessLog.escaped("a\r\nb\"c\\d\u007fä\u20ac")).isEqualTo("a\\x0d\\x0ab\\\"c\\\\d\\x7f\\xe4\\u20ac");
    }

    @Test
    void the_time_is_put_into_words_once_a_second() {
        var now = new Instant[] {Instant.parse("2026-11-21T15:09:53Z")};
        InstantSource source = () -> now[0];
        var clock = new Clock(source, ZoneId.of("Europe/Paris"));

        assertThat(clock.logDate()).isEqualTo("21/Nov/2026 16:09:53");
        assertThat(clock.httpDate()).hasToString("Sat, 21 Nov 2026 15:09:53 GMT");

        now[0] = now[0].plusSeconds(1);
        assertThat(clock.logDate()).isEqualTo("21/Nov/2026 16:09:53");
        clock.tick();
        assertThat(clock.logDate()).isEqualTo("21/Nov/2026 16:09:54");
    }
}
