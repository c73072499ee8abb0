package nuages.web.routing;

import nuages.web.http.Request;
import nuages.web.http.Response;

/** A route with no value in its path: it leads requests to a view, and gives the URL that leads there. Threads may share it. */
public final class Route0 {
    /** A function from a request to a response. */
    @FunctionalInterface
    public interface View {
        /** The answer; any exception becomes an error page. */
        Response view(Request request) throws Exception;
    }

    private final Declaration declaration;

    Route0(Declaration declaration) {
        this.declaration = declaration;
    }

    /** The URL, percent-encoded. */
    public String url() {
        return declaration.url();
    }

    /**
     * The same route, whose {@code GET} and {@code HEAD} are answered on the event loop, without a thread of the request's own:
     * for views of a few microseconds that are asked very often. Neither the view nor any middleware may wait there, since
     * all other connections wait with it: no file, no lock, no other service. Asking for a database fails
     * with {@link IllegalStateException}. Other methods, requests with a body, and all over HTTP/2, which does not say whether a
     * body follows, have their threads as always; so have answers that are streamed, files, larger than 64 KiB, or exceptions.
     *
     * @throws IllegalStateException if a router was made already
     */
    public Route0 onEventLoop() {
        declaration.putOnEventLoop();
        return this;
    }

    Declaration declaration() {
        return declaration;
    }

    /** The pattern with its prefixes, such as {@code /polls/}. */
    public String pattern() {
        return declaration.whole();
    }

    /** The methods and the pattern. */
    @Override
    public String toString() {
        return declaration.toString();
    }
}
