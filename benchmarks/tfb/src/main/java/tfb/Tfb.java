package tfb;

import java.util.List;
import java.util.Optional;
import nuages.data.model.KeyedModel;
import nuages.project.App;
import nuages.web.routing.Routes;

/** The models and the pages. */
public final class Tfb implements App {
    private static final Routes ROUTES = Routes.at("/");

    static {
        ROUTES.get("/json", Workloads::json).onEventLoop();
        ROUTES.get("/plaintext", Workloads::plaintext).onEventLoop();
        ROUTES.get("/thread/json", Workloads::json); // as it would be if it waited for something
        ROUTES.get("/thread/plaintext", Workloads::plaintext);
        ROUTES.get("/db", Workloads::db);
        ROUTES.get("/queries", Workloads::queries);
        ROUTES.get("/fortunes", Workloads::fortunes);
        ROUTES.get("/updates", Workloads::updates);
    }

    @Override
    public String name() {
        return "tfb";
    }

    @Override
    public List<Class<? extends KeyedModel<?>>> models() {
        return List.of(World.class, Fortune.class);
    }

    @Override
    public Optional<Routes> routes() {
        return Optional.of(ROUTES);
    }

    @Override
    public void started() {
        Rows.createIfMissing();
    }
}
