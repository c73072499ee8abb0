package nuages.web.middleware;

import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/**
 * Adds the headers that keep browsers from guessing content types, telling other sites the whole URL, and showing pages
 * inside of others. A view that sets one of them itself has its way. It never fails, so it may stand outermost.
 */
public final class SecurityHeaders implements Middleware {
    private static final Headers USUAL = Headers.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin");

    private final Headers headers;

    private SecurityHeaders(Headers headers) {
        this.headers = headers;
    }

    /** {@code nosniff}, referrers and openers of the same origin, no frames. */
    public static SecurityHeaders usual() {
        return new SecurityHeaders(USUAL);
    }

    /** The same, but for one header, or with one more. */
    public SecurityHeaders with(String name, String value) {
        return new SecurityHeaders(headers.with(name, value));
    }

    @Override
    public Stage stage() {
        return Stage.SECURITY_HEADERS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        return response.with(response.headers().withMissing(headers));
    }
}
