package nuages.session;

import java.time.InstantSource;
import nuages.session.store.SessionStore;
import nuages.web.http.Handler;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/** Hands each request its session, and saves it. */
record SessionMiddleware(SessionStore store, SessionSettings settings, InstantSource clock) implements Middleware {
    @Override
    public Stage stage() {
        return Stage.SESSIONS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        var session = new Session(store, settings, clock, request);
        return session.save(next.handle(request.with(Session.KEY, session)));
    }
}
