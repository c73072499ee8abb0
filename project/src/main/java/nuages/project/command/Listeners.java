package nuages.project.command;

import java.time.Duration;
import nuages.data.connection.Databases;
import nuages.data.error.SettingsException;
import nuages.server.Failures;
import nuages.server.HttpServer;
import nuages.server.ManagementServer;
import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;
import nuages.web.http.Handler;

/**
 * A listener for a site and one for its operators. Another site may take the place of the first one while they listen.
 * Threads share it.
 */
public final class Listeners implements Entrance.Opened {
    private final ServerSettings server;
    private final ManagementSettings management;
    private final HttpServer listener;
    private final ManagementServer managing;
    private final Console console;

    private Listeners(
            ServerSettings server,
            ManagementSettings management,
            HttpServer listener,
            ManagementServer managing,
            Console console) {
        this.server = server;
        this.management = management;
        this.listener = listener;
        this.managing = managing;
        this.console = console;
    }

    /** Listens for a site; a {@link SettingsException} if it cannot. */
    public static Listeners start(Site site, ServerSettings server, ManagementSettings management, Console console) {
        return start(site.handler(), site.failures(), site.databases(), server, management, console);
    }

    /** Listens for something that is no site; a {@link SettingsException} if it cannot. */
    public static Listeners start(
            Handler handler,
            Failures failures,
            Databases databases,
            ServerSettings server,
            ManagementSettings management,
            Console console) {
        var listener = HttpServer.start(server, handler, failures, databases);
        try {
            return new Listeners(server, management, listener, manage(management, databases, listener), console);
        } catch (SettingsException failure) {
            listener.stop();
            throw failure;
        }
    }

    private static ManagementServer manage(ManagementSettings settings, Databases databases, HttpServer server) {
        try {
            return ManagementServer.start(settings, databases, server);
        } catch (SettingsException failure) {
            var message = String.valueOf(failure.getMessage()).replace("--port", "--management-port");
            throw new SettingsException("the management listener " + message, failure);
        }
    }

    /** Whether they listen with these settings. */
    public boolean listenAt(ServerSettings otherServer, ManagementSettings otherManagement) {
        return server.equals(otherServer) && management.equals(otherManagement);
    }

    /** Lets requests wait; those that are being answered have that long to end. */
    public void pause(Duration limit) {
        listener.pause(limit);
    }

    /** Lets a site answer from now on. */
    public void resume(Site site) {
        resume(site.handler(), site.failures(), site.databases());
    }

    /** Lets something else answer from now on. */
    public void resume(Handler handler, Failures failures, Databases databases) {
        managing.show(databases);
        listener.resume(handler, failures, databases);
    }

    @Override
    public Place place() {
        return new Place(server.host(), listener.port());
    }

    @Override
    public Place management() {
        return new Place(management.host(), managing.port());
    }

    @Override
    public boolean renewed() {
        return false;
    }

    @Override
    public void close() {
        console.say("Stopping: no new requests; those that run have "
                + server.drainTime().toSeconds() + " s.");
        managing.stop();
        listener.stop();
    }
}
