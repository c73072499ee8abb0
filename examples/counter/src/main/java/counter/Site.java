package counter;

import static nuages.project.Settings.env;

import nuages.project.Project;
import nuages.web.routing.Route0;
import nuages.web.routing.Routes;

/** The project: {@code runserver}, {@code migrate}, {@code connections} and others. */
final class Site {
    static final Routes routes = Routes.at("/");
    static final Route0 index = routes.get("/", CounterViews::index);
    static final Route0 atomic = routes.get("/atomic", CounterViews::atomic);
    static final Route0 hash = routes.get("/hash", CounterViews::hash);

    private Site() {}

    static void main(String[] args) {
        Project.of(settings -> settings.database(env("DATABASE_URL", "sqlite:counter.db"))
                        .apps(new CounterApp())
                        .routes(routes)
                        .migrateAtStart())
                .run(args);
    }
}
