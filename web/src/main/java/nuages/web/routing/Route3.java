package nuages.web.routing;

import nuages.web.http.Request;
import nuages.web.http.Response;

/** A route with three values in its path: it leads requests to a view, and gives the URL that leads there. Threads may share it. */
public final class Route3<A, B, C> {
    /** A function from a request and three values to a response. */
    @FunctionalInterface
    public interface View<A, B, C> {
        /** The answer; any exception becomes an error page. */
        Response view(Request request, A first, B second, C third) throws Exception;
    }

    private final Declaration declaration;
    private final Param<A> first;
    private final Param<B> second;
    private final Param<C> third;

    Route3(Declaration declaration, Param<A> first, Param<B> second, Param<C> third) {
        this.declaration = declaration;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /**
     * The URL with these values, percent-encoded.
     *
     * @throws IllegalArgumentException if a URL with them would not lead here, such as one with empty text
     */
    public String url(A firstValue, B secondValue, C thirdValue) {
        return declaration.url(first.write(firstValue), second.write(secondValue), third.write(thirdValue));
    }

    Declaration declaration() {
        return declaration;
    }

    /** The pattern with its prefixes, such as {@code /polls/{year}/{month}/{day}/}. */
    public String pattern() {
        return declaration.whole();
    }

    /** The methods and the pattern. */
    @Override
    public String toString() {
        return declaration.toString();
    }
}
