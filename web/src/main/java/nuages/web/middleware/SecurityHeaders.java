package nuages.web.middleware;

import java.time.Duration;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/**
 * Adds the headers that keep browsers from guessing content types, telling other sites the whole URL, showing pages inside
 * of others, and, if that is wanted, from speaking to the site without TLS. A view that sets one of them itself has its
 * way. It never fails, so it may stand outermost. Threads may share it.
 */
public final class SecurityHeaders implements Middleware {
    private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
    private static final Headers USUAL = Headers.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin");

    private final Headers always;
    private final Headers overTls;

    private SecurityHeaders(Headers always, Headers overTls) {
        this.always = always;
        this.overTls = overTls;
    }

    /** {@code nosniff}, referrers and openers of the same origin, no frames. */
    public static SecurityHeaders usual() {
        return new SecurityHeaders(USUAL, USUAL);
    }

    /** The same, but for one header, or with one more. */
    public SecurityHeaders with(String name, String value) {
        return new SecurityHeaders(always.with(name, value), overTls.with(name, value));
    }

    /**
     * The same, and answers over TLS tell browsers to speak nothing else with this host for that long (RFC 6797). Begin with
     * an hour: until the time has passed there is no way back.
     *
     * @param subdomains whether that holds for all hosts below this one too
     * @param preload whether browsers may be delivered with it; see hstspreload.org for what that takes
     */
    public SecurityHeaders strictTransport(Duration age, boolean subdomains, boolean preload) {
        String value =
                "max-age=" + age.toSeconds() + (subdomains ? "; includeSubDomains" : "") + (preload ? "; preload" : "");
        return new SecurityHeaders(always, overTls.with(STRICT_TRANSPORT, value));
    }

    @Override
    public Stage stage() {
        return Stage.SECURITY_HEADERS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        return response.with(response.headers().withMissing(request.secure() ? overTls : always));
    }
}
