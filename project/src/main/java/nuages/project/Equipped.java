package nuages.project;

import nuages.web.http.Handler;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** Gives each request what the project has for it, so that nothing has to be global. Threads share it. */
record Equipped(Request.Equipment equipment, Handler stack, Handler router) implements Handler {
    @Override
    public Response handle(Request request) throws Exception {
        return stack.handle(request.with(equipment));
    }

    @Override
    public boolean neverWaits(String path) {
        return router.neverWaits(path);
    }
}
