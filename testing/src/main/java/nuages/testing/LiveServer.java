package nuages.testing;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import nuages.server.HttpServer;

/**
 * The site of a test, listening on a port of its own until the test has ended: for browsers and other clients of HTTP. It
 * answers on other threads than the test's and sees the same rows, as the test's {@link Client} does. Threads share it.
 *
 * <pre>{@code
 * @Test
 * void the_first_page_is_shown(LiveServer server) {
 *     browser.go(server.url("/"));
 * }
 * }</pre>
 *
 * Rows that a test reads or writes within {@code atomic} keep requests waiting until its end.
 */
public final class LiveServer {
    /** Streams that a browser still listens to are cut off when the test has ended. */
    private static final Duration DRAIN = Duration.ofMillis(250);

    private final HttpServer server;

    private LiveServer(HttpServer server) {
        this.server = server;
    }

    static LiveServer start(ComposedSite site) {
        var composed = site.composition();
        var settings = composed.server().with(it -> {
            it.host = "127.0.0.1";
            it.port = 0;
            it.tls = Optional.empty();
            it.drainTime = DRAIN;
        });
        return new LiveServer(HttpServer.start(settings, composed.handler(), composed.failures(), site.databases()));
    }

    /** Its port. */
    public int port() {
        return server.port();
    }

    /** The whole URL of a path of the site, as routes make them. */
    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** The whole URL of a path of the site, for clients that want it parsed. */
    public URI uri(String path) {
        return URI.create(url(path));
    }

    void stop() {
        server.stop();
    }
}
