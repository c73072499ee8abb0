package nuages.project;

import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/** Puts a service of the site on each request, so that nothing has to be global. */
record Carrying<T>(Key<T> key, T service) implements Middleware {
    @Override
    public Stage stage() {
        return Stage.REQUEST_ID;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        return next.handle(request.with(key, service));
    }
}
