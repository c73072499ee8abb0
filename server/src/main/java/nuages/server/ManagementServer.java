package nuages.server;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.web.http.Handler;
import org.slf4j.helpers.NOPLogger;

/**
 * A second listener, for operators: {@code /health/live}, {@code /health/ready}, {@code /connections} and
 * {@code /metrics}. It has threads and limits of its own and needs no database connection, so that it answers when the
 * site cannot. Threads share it.
 */
public final class ManagementServer {
    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_REQUESTS = 64;

    private final HttpServer server;
    private final Meters meters;
    private final AtomicReference<Databases> databases;

    private ManagementServer(HttpServer server, Meters meters, AtomicReference<Databases> databases) {
        this.server = server;
        this.meters = meters;
        this.databases = databases;
    }

    /**
     * Starts it for a site's databases and server.
     *
     * @throws nuages.data.error.SettingsException if it cannot listen there
     */
    public static ManagementServer start(ManagementSettings settings, Databases databases, HttpServer site) {
        var limits = ServerSettings.standard().with(change -> {
            change.host = settings.host();
            change.port = settings.port();
            change.bodyBytes = 0;
            change.connections = MOST_CONNECTIONS;
            change.connectionsPerAddress = MOST_CONNECTIONS;
            change.requestsInFlight = MOST_REQUESTS;
            change.drainTime = java.time.Duration.ZERO;
        });
        var clock = new Clock(InstantSource.system(), ZoneId.systemDefault());
        var shown = new AtomicReference<>(databases);
        var pages = new ManagementPages(shown::get, site.requests(), site.meters());
        var server = HttpServer.start(new Requests.Parts(
                limits,
                guarded(pages, settings),
                new PlainFailures(),
                Databases.of(),
                clock,
                new AccessLog(clock, NOPLogger.NOP_LOGGER),
                new Meters(),
                (name, request) -> Thread.ofPlatform().daemon().name(name).start(request),
                Work::cancel));
        site.meters().bind(site.requests(), databases);
        return new ManagementServer(server, site.meters(), shown);
    }

    /** Tells of these databases from now on. */
    public void show(Databases others) {
        databases.set(others);
        meters.bind(others);
    }

    /** Only what listens to this machine alone can tell by which names it may be asked. */
    private static Handler guarded(Handler pages, ManagementSettings settings) {
        boolean local = settings.host().equals("localhost")
                || settings.host().startsWith("127.")
                || settings.host().equals("::1");
        return local ? new OwnNames(pages) : pages;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Stops it. Doing it again does nothing. */
    public void stop() {
        server.stop();
    }
}
