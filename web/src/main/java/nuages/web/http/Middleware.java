package nuages.web.http;

import java.util.List;

/** Stands around a handler: sees each request before it and each response after it. Threads share it. */
@FunctionalInterface
public interface Middleware {
    /** The answer to a request: usually what {@code next} answers, perhaps changed. */
    Response handle(Request request, Handler next) throws Exception;

    /** A handler with all of them around it, the first outermost. */
    static Handler stack(List<Middleware> outermostFirst, Handler handler) {
        Handler stacked = handler;
        for (Middleware each : outermostFirst.reversed()) {
            stacked = each.around(stacked);
        }
        return stacked;
    }

    /** A handler with this middleware around it. */
    default Handler around(Handler next) {
        return request -> handle(request, next);
    }
}
