package nuages.web.middleware;

import java.util.ArrayList;
import java.util.List;
import nuages.web.http.Handler;
import nuages.web.http.Method;
import nuages.web.http.Middleware;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * Sends whoever came without TLS to the same URL with it: 301, or 308 for what changes something, so that the method stays.
 * It belongs behind a proxy that speaks TLS, which {@link TrustedProxies} must name, or every request would be sent to where
 * it came from. Threads may share it.
 */
public final class HttpsRedirect implements Middleware {
    private final @Nullable String host;
    private final List<String> exempt;

    private HttpsRedirect(@Nullable String host, List<String> exempt) {
        this.host = host;
        this.exempt = List.copyOf(exempt);
    }

    /** To the host that the request is for, at the usual port. */
    public static HttpsRedirect usual() {
        return new HttpsRedirect(null, List.of());
    }

    /** The same, but always to that host, which may have a port. */
    public HttpsRedirect to(String other) {
        return new HttpsRedirect(other, exempt);
    }

    /** The same, but not for that path, or if it ends with a slash, for whatever is below it. */
    public HttpsRedirect except(String path) {
        var more = new ArrayList<>(exempt);
        more.add(path);
        return new HttpsRedirect(host, more);
    }

    @Override
    public Stage stage() {
        return Stage.HTTPS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        if (request.secure() || !request.path().startsWith("/") || exempt(request.path())) {
            return next.handle(request);
        }
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        boolean reads = request.method() == Method.GET || request.method() == Method.HEAD;
        return Response.redirect(
                reads ? Status.MOVED_PERMANENTLY : Status.PERMANENT_REDIRECT,
                "https://" + target(request) + PercentEncoding.path(request.path()) + query);
    }

    private String target(Request request) {
        if (host != null) {
            return host;
        }
        String asked = request.host();
        int colon = asked.indexOf(':', asked.startsWith("[") ? asked.indexOf(']') : 0);
        return colon < 0 ? asked : asked.substring(0, colon);
    }

    private boolean exempt(String path) {
        for (String each : exempt) {
            if (each.endsWith("/") ? path.startsWith(each) : path.equals(each)) {
                return true;
            }
        }
        return false;
    }
}
