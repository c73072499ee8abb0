package nuages.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultProxyTests {
    private final ServerSocket echo = listen();
    private final FaultProxy proxy = FaultProxy.before(echo.getLocalPort());

    @BeforeEach
    void echo_bytes() {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket socket = echo.accept();
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            socket.getInputStream().transferTo(socket.getOutputStream());
                        } catch (IOException e) {
                            // cut by the test
                        }
                    });
                }
            } catch (IOException e) {
                // the test is over
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void bytes_pass_and_connections_are_counted() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, "hello")).isEqualTo("hello");
            assertThat(proxy.connections()).isOne();
        }
        assertThat(proxy.accepted()).isOne();
    }

    @Test
    void a_black_hole_swallows_until_traffic_passes_again() throws IOException {
        try (Socket open = connect()) {
            ask(open, "warm");
            proxy.blackHole();
            try (Socket fresh = connect()) {
                assertThatThrownBy(() -> ask(open, "lost?")).isInstanceOf(SocketTimeoutException.class);
                assertThatThrownBy(() -> ask(fresh, "lost?")).isInstanceOf(SocketTimeoutException.class);

                proxy.pass();

                assertThat(answer(open, 5)).isEqualTo("lost?");
                assertThat(answer(fresh, 5)).isEqualTo("lost?");
            }
        }
    }

    @Test
    void refused_means_refused_until_traffic_passes_again() throws IOException {
        try (Socket open = connect()) {
            ask(open, "warm");
            proxy.refuse();

            assertThatThrownBy(() -> connect().close()).hasMessageContaining("refused");
            assertThat(ask(open, "still")).isEqualTo("still");
            proxy.pass();
            connect().close();
        }
    }

    @Test
    void a_drop_resets_what_is_open() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, "warm");

            proxy.drop();

            assertThatThrownBy(() -> ask(socket, "gone")).isInstanceOf(SocketException.class);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void a_delay_holds_each_packet_back() throws IOException {
        try (Socket socket = connect()) {
            proxy.delay(Duration.ofMillis(50));
            long start = System.nanoTime();

            ask(socket, "slow");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
        }
    }

    @Test
    void a_cut_comes_after_the_nth_byte_and_only_once() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, "warm");
            proxy.cutAfter(7);

            assertThatThrownBy(() -> ask(socket, "12345")).isInstanceOf(IOException.class);
        }
        try (Socket next = connect()) {
            assertThat(ask(next, "again")).isEqualTo("again");
        }
    }

    @Test
    void a_database_behind_it_loses_its_connections() throws SQLException {
        PostgresServer server = PostgresServer.shared();
        try (FaultProxy network = FaultProxy.before(server);
                Connection connection = DriverManager.getConnection(
                        DatabaseUrl.of(network.url(server.newDatabase())).jdbc())) {
            assertThat(connection.isValid(1)).isTrue();

            network.drop();

            assertThat(connection.isValid(1)).isFalse();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(300);
        return socket;
    }

    private static String ask(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return answer(socket, text.length());
    }

    private static String answer(Socket socket, int length) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("ended early");
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
