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
