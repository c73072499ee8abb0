package nuages.testing;

import org.jspecify.annotations.Nullable;

/** What one test has of a site. One thread uses it. */
final class Tested {
    private final ComposedSite site;
    private final Client client;
    private @Nullable LiveServer server;

    Tested(ComposedSite site) {
        this.site = site;
        this.client = Client.of(site);
    }

    Client client() {
        return client;
    }

    /** The site's server, which listens from the first call on. */
    LiveServer server() {
        var started = server == null ? LiveServer.start(site) : server;
        server = started;
        return started;
    }

    /** Ends what the test has begun and not ended. */
    void close() {
        if (server != null) {
            server.stop();
        }
    }
}
