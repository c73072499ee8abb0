package nuages.data.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedSocketTests {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final SocketWatch watch = new SocketWatch(LIMIT);

    /** What a driver does with its side of a connection, and a server with its own. */
    @FunctionalInterface
    private interface Talk {
        void of(Socket driver, Socket server) throws Exception;
    }

    private void connected(Talk talk) throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var driver = watch.during(SocketWatch::socket)) {
            driver.connect(listener.getLocalSocketAddress());
            try (var server = listener.accept()) {
                talk.of(driver, server);
            }
        }
    }

    @Test
    void a_server_that_answers_before_the_driver_closes_was_asked_by_the_end_of_its_output() throws Exception {
        connected((driver, server) -> {
            driver.shutdownOutput();
            assertThat(server.getInputStream().read()).isEqualTo(-1);
            server.close();
            assertThat(driver.getInputStream().read()).isEqualTo(-1);
            driver.close();
        });

        assertThat(watch.gone(LIMIT)).isTrue();
    }

    @Test
    void an_end_that_comes_unasked_proves_nothing() throws Exception {
        connected((driver, server) -> {
            server.close();
            assertThat(driver.getInputStream().read()).isEqualTo(-1);
            driver.close();
        });

        assertThat(watch.gone(LIMIT)).isFalse();
    }
}
