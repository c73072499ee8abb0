package nuages.message;

import nuages.web.http.Handler;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/** Hands each request its visitor's messages, and keeps those that were not told. */
record MessageMiddleware(MessageSettings settings) implements Middleware {
    @Override
    public Stage stage() {
        return Stage.MESSAGES;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        var pending = new PendingMessages(settings, request);
        return pending.keep(next.handle(request.with(PendingMessages.KEY, pending)));
    }
}
