package nuages.web.routing;

import nuages.web.http.Request;
import nuages.web.http.Response;

/** A route with one value in its path: it leads requests to a view, and gives the URL that leads there. Threads may share it. */
public final class Route1<A> {
    /** A function from a request and a value to a response. */
    @FunctionalInterface
    public interface View<A> {
        /** The answer; any exception becomes an error page. */
        Response view(Request request, A first) throws Exception;
    }

    private final Declaration declaration;
    private final Param<A> first;

    Route1(Declaration declaration, Param<A> first) {
        this.declaration = declaration;
        this.first = first;
    }

    /**
     * The URL with that value, percent-encoded.
     *
     * @throws IllegalArgumentException if a URL with it would not lead here, such as one with empty text
     */
    public String url(A firstValue) {
        return declaration.url(first.write(firstValue));
    }

    Declaration declaration() {
        return declaration;
    }

    /** The pattern with its prefixes, such as {@code /polls/{id}/}. */
    public String pattern() {
        return declaration.whole();
    }

    /** The methods and the pattern. */
    @Override
    public String toString() {
        return declaration.toString();
    }
}
