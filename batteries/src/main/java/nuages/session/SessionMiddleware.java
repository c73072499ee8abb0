package nuages.session;

import java.time.InstantSource;
import nuages.session.store.SessionStore;
import nuages.web.http.Handler;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.signing.Signing;
import org.jspecify.annotations.Nullable;

/** Hands each request its session, and saves it. */
record SessionMiddleware(
        SessionStore store,
        SessionSettings settings,
        @Nullable InstantSource clock) implements Middleware {
    @Override
    public Stage stage() {
        return Stage.SESSIONS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        var session = new Session(store, settings, clock(request), request);
        return session.save(next.handle(request.with(Session.KEY, session)));
    }

    private InstantSource clock(Request request) {
        return clock != null
                ? clock
                : request.attribute(Signing.KEY).map(Signing::clock).orElseGet(InstantSource::system);
    }
}
