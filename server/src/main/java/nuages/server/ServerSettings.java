package nuages.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;

/**
 * Where a server listens, and the limits that hold against slow, large and many requests. Immutable.
 *
 * @param host the address to listen on (default {@code 127.0.0.1}; {@code 0.0.0.0} is every one)
 * @param port the port to listen on (default 8000; 0 takes a free one)
 * @param tls the certificate for HTTPS (default none: plain HTTP)
 * @param requestDeadline how long a request may take, its streamed body included, before its work is cancelled
 *     (default 30 s)
 * @param requestLineBytes the longest request line (default 8 KiB; beyond: 414)
 * @param headerBytes the most bytes of header fields in a request (default 32 KiB; beyond: 431)
 * @param headerCount the most header fields in a request (default 100; beyond: 431)
 * @param bodyBytes the largest request body (default 32 MiB; beyond: 413)
 * @param headerTime the longest time for a request's header fields to arrive (default 10 s)
 * @param bodyBytesPerSecond how fast a request body must arrive (default 500; slower: 408)
 * @param bodyGrace the time a request body may take in any case (default 5 s)
 * @param writeStall how long a client may take nothing of a response before it is cut off (default 30 s)
 * @param idleTime how long a connection may wait for its next request (default 60 s)
 * @param connections the most connections at a time (default 10,000; one more is closed at once)
 * @param connectionsPerAddress the most connections at a time from one address (default 5,000)
 * @param requestsInFlight the most requests at a time (default 5,000; beyond: 503 at once)
 * @param drainTime how long {@link HttpServer#stop} waits for requests to end (default 10 s)
 */
public record ServerSettings(
        String host,
        int port,
        Optional<Tls> tls,
        Duration requestDeadline,
        int requestLineBytes,
        int headerBytes,
        int headerCount,
        long bodyBytes,
        Duration headerTime,
        int bodyBytesPerSecond,
        Duration bodyGrace,
        Duration writeStall,
        Duration idleTime,
        int connections,
        int connectionsPerAddress,
        int requestsInFlight,
        Duration drainTime) {

    public ServerSettings {
        if (host.isBlank()) {
            throw wrong("server.host", "\"" + host + "\"", "it must be an address or a name", "server.host=127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            throw wrong("server.port", port, "it must be between 0 and 65535", "server.port=8000");
        }
        if (bodyBytes < 0) {
            throw wrong("server.bodyBytes", bodyBytes, "it cannot be negative", "server.bodyBytes=33554432");
        }
        atLeast("server.requestLineBytes", requestLineBytes, 64, 8192);
        atLeast("server.headerBytes", headerBytes, 64, 32_768);
        atLeast("server.headerCount", headerCount, 1, 100);
        atLeast("server.bodyBytesPerSecond", bodyBytesPerSecond, 1, 500);
        atLeast("server.connections", connections, 1, 10_000);
        atLeast("server.connectionsPerAddress", connectionsPerAddress, 1, 5000);
        atLeast("server.requestsInFlight", requestsInFlight, 1, 5000);
        positive("server.requestDeadline", requestDeadline, "30s");
        positive("server.headerTime", headerTime, "10s");
        positive("server.bodyGrace", bodyGrace, "5s");
        positive("server.writeStall", writeStall, "30s");
        positive("server.idleTime", idleTime, "60s");
        if (drainTime.isNegative()) {
            throw wrong("server.drainTime", drainTime, "it cannot be negative", "server.drainTime=10s");
        }
    }

    /** What holds when nothing is set. */
    public static ServerSettings standard() {
        return new ServerSettings(
                "127.0.0.1",
                8000,
                Optional.empty(),
                Duration.ofSeconds(30),
                8 * 1024,
                32 * 1024,
                100,
                32L * 1024 * 1024,
                Duration.ofSeconds(10),
                500,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                10_000,
                5000,
                5000,
                Duration.ofSeconds(10));
    }

    /** These settings, changed. */
    public ServerSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.settings();
    }

    /** Settings in the making: each field is a setting of {@link ServerSettings}. */
    public static final class Change {
        public String host;
        public int port;
        public Optional<Tls> tls;
        public Duration requestDeadline;
        public int requestLineBytes;
        public int headerBytes;
        public int headerCount;
        public long bodyBytes;
        public Duration headerTime;
        public int bodyBytesPerSecond;
        public Duration bodyGrace;
        public Duration writeStall;
        public Duration idleTime;
        public int connections;
        public int connectionsPerAddress;
        public int requestsInFlight;
        public Duration drainTime;

        private Change(ServerSettings from) {
            this.host = from.host;
            this.port = from.port;
            this.tls = from.tls;
            this.requestDeadline = from.requestDeadline;
            this.requestLineBytes = from.requestLineBytes;
            this.headerBytes = from.headerBytes;
            this.headerCount = from.headerCount;
            this.bodyBytes = from.bodyBytes;
            this.headerTime = from.headerTime;
            this.bodyBytesPerSecond = from.bodyBytesPerSecond;
            this.bodyGrace = from.bodyGrace;
            this.writeStall = from.writeStall;
            this.idleTime = from.idleTime;
            this.connections = from.connections;
            this.connectionsPerAddress = from.connectionsPerAddress;
            this.requestsInFlight = from.requestsInFlight;
            this.drainTime = from.drainTime;
        }

        private ServerSettings settings() {
            return new ServerSettings(
                    host,
                    port,
                    tls,
                    requestDeadline,
                    requestLineBytes,
                    headerBytes,
                    headerCount,
                    bodyBytes,
                    headerTime,
                    bodyBytesPerSecond,
                    bodyGrace,
                    writeStall,
                    idleTime,
                    connections,
                    connectionsPerAddress,
                    requestsInFlight,
                    drainTime);
        }
    }

    private static void atLeast(String name, int value, int least, int example) {
        if (value < least) {
            throw wrong(name, value, "it must be at least " + least, name + "=" + example);
        }
    }

    private static void positive(String name, Duration value, String example) {
        if (value.isZero() || value.isNegative()) {
            throw wrong(name, value, "it must be longer than nothing", name + "=" + example);
        }
    }

    private static SettingsException wrong(String name, Object value, String rule, String example) {
        return new SettingsException(name + " is " + value + ": " + rule + ", for example " + example);
    }
}
