package nuages.web.routing;

import nuages.web.http.Request;
import nuages.web.http.Response;

/** A route with two values in its path: it leads requests to a view, and gives the URL that leads there. Threads may share it. */
public final class Route2<A, B> {
    /** A function from a request and two values to a response. */
    @FunctionalInterface
    public interface View<A, B> {
        /** The answer; any exception becomes an error page. */
        Response view(Request request, A first, B second) throws Exception;
    }

    private final Declaration declaration;
    private final Param<A> first;
    private final Param<B> second;

    Route2(Declaration declaration, Param<A> first, Param<B> second) {
        this.declaration = declaration;
        this.first = first;
        this.second = second;
    }

    /**
     * The URL with these values, percent-encoded.
     *
     * @throws IllegalArgumentException if a URL with them would not lead here, such as one with empty text
     */
    public String url(A firstValue, B secondValue) {
        return declaration.url(first.write(firstValue), second.write(secondValue));
    }

    Declaration declaration() {
        return declaration;
    }

    /** The pattern with its prefixes, such as {@code /polls/{year}/{month}/}. */
    public String pattern() {
        return declaration.whole();
    }

    /** The methods and the pattern. */
    @Override
    public String toString() {
        return declaration.toString();
    }
}
