package nuages.project.trial;

import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.project.command.Site;
import nuages.project.migrate.AtStart;
import nuages.server.Failures;
import nuages.server.ServerSettings;
import nuages.web.http.Handler;

/** What a project serves, and what it serves it with. Threads share it. */
public final class Composition {
    private final Site site;

    Composition(Site site) {
        this.site = site;
    }

    /** Its databases, opened as the trial said. */
    public Databases databases() {
        return site.databases();
    }

    /** What answers its requests. */
    public Handler handler() {
        return site.handler();
    }

    /** What makes answers of failures outside of the handler. */
    public Failures failures() {
        return site.failures();
    }

    /** Where it would listen, and its limits. */
    public ServerSettings server() {
        return site.server();
    }

    /** What is in one of its databases, whose tables have been made. */
    public Contents contents(Database database) {
        return Contents.of(database, site.inventory().models());
    }

    /**
     * Makes its tables by its migrations, and does what it does before it takes requests.
     *
     * @throws Exception if one of its actions at the start fails
     */
    public void setUp() throws Exception {
        Work.of("set up for tests", site.databases()).patient().run(() -> {
            for (var database : site.databases().all()) {
                AtStart.migrate(site.inventory().parts(), database);
            }
            site.start().run();
        });
    }
}
