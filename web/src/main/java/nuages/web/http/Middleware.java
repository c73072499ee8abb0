package nuages.web.http;

import java.util.List;

/** Stands around a handler: sees each request before it and each response after it. Threads share it. */
@FunctionalInterface
public interface Middleware {
    /** The answer to a request: usually what {@code next} answers, perhaps changed. */
    Response handle(Request request, Handler next) throws Exception;

    /** Where it stands among others. */
    default Stage stage() {
        return Stage.SITE;
    }

    /**
     * A handler with all of them around it, the first outermost.
     *
     * @throws IllegalArgumentException if one stands outside of another whose stage comes first
     */
    static Handler stack(List<? extends Middleware> outermostFirst, Handler handler) {
        for (int i = 1; i < outermostFirst.size(); i++) {
            checkOrder(outermostFirst.get(i - 1), outermostFirst.get(i));
        }
        Handler stacked = handler;
        for (Middleware each : outermostFirst.reversed()) {
            stacked = each.around(stacked);
        }
        return stacked;
    }

    private static void checkOrder(Middleware outer, Middleware inner) {
        if (outer.stage().compareTo(inner.stage()) > 0) {
            throw new IllegalArgumentException(inner.getClass().getName() + " (" + inner.stage() + ") stands inside of "
                    + outer.getClass().getName() + " (" + outer.stage() + "), and must stand outside of it: swap them");
        }
    }

    /** A handler with this middleware around it. */
    default Handler around(Handler next) {
        return request -> handle(request, next);
    }
}
