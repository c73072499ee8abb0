package nuages.benchmarks.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nuages.web.http.Handler;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.routing.Param;
import nuages.web.routing.Router;
import nuages.web.routing.Routes;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finds the view for a request among a thousand routes of a hundred apps, and calls it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked // the harness sets the fields
public class Routing {
    private static final int APPS = 100;

    private Handler router;
    private List<Request> requests;
    private int next;

    /** Declares ten routes of each app: lists, rows, and what is below rows. */
    @Setup
    public void declare() {
        var done = Response.text("done");
        var all = new ArrayList<Routes>();
        requests = new ArrayList<>();
        for (int app = 0; app < APPS; app++) {
            var routes = Routes.at("/app" + app);
            all.add(routes);
            routes.get("/", request -> done);
            routes.get("/new/", request -> done);
            routes.get("/archive/{year}/{month}/", Param.INT, Param.INT, (request, year, month) -> done);
            routes.get("/{id}/", Param.LONG, (request, id) -> done);
            routes.post("/{id}/vote/", Param.LONG, (request, id) -> done);
            routes.get("/{id}/results/", Param.LONG, (request, id) -> done);
            routes.get("/{id}/comments/{comment}/", Param.LONG, Param.LONG, (request, id, comment) -> done);
            routes.get("/by/{slug}/", Param.SLUG, (request, slug) -> done);
            routes.get("/feed.xml", request -> done);
            routes.get("/files/{path}", Param.PATH, (request, path) -> done);
            for (var path : List.of("/", "/archive/2026/11/", "/4711/", "/4711/comments/12/", "/by/tea-or-coffee/")) {
                requests.add(Request.builder(Method.GET, "/app" + app + path).build());
            }
        }
        router = Router.of(all);
    }

    /** One request after the other, of all kinds and apps. */
    @Benchmark
    public Response route() throws Exception {
        next = next + 1 == requests.size() ? 0 : next + 1;
        return router.handle(requests.get(next));
    }
}
