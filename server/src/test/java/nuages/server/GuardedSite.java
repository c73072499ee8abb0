package nuages.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nuages.web.http.Cookie;
import nuages.web.http.Handler;
import nuages.web.http.Method;
import nuages.web.http.Middleware;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.middleware.AllowedHosts;
import nuages.web.middleware.Compression;
import nuages.web.middleware.ConditionalGet;
import nuages.web.middleware.ContentSecurityPolicy;
import nuages.web.middleware.Csrf;
import nuages.web.middleware.RequestId;
import nuages.web.middleware.SecurityHeaders;
import nuages.web.middleware.TrustedProxies;
import nuages.web.view.Errors;
import nuages.web.view.Redirects;

/** A site with all the middleware that sites usually have, whose views trust their visitors too much. */
final class GuardedSite {
    private GuardedSite() {}

    static Site start() {
        return start(List.of(), views());
    }

    static Site start(List<Middleware> more, Handler views) {
        var stack = new ArrayList<>(guards());
        stack.addAll(more);
        stack.sort(Comparator.comparing(Middleware::stage));
        return Site.of(Middleware.stack(stack, views), it -> {
            it.bodyGrace = Duration.ofMillis(300);
            it.bodyBytes = 8 * 1024 * 1024;
        });
    }

    private static List<Middleware> guards() {
        return List.of(
                TrustedProxies.of("192.0.2.1"),
                RequestId.usual(),
                SecurityHeaders.usual(),
                ContentSecurityPolicy.strict(),
                Errors.forVisitors(),
                AllowedHosts.of("example.org"),
                Compression.usual(),
                ConditionalGet.usual(),
                Csrf.usual());
    }

    private static Handler views() {
        return request -> switch (request.path()) {
            case "/" -> request.method() == Method.POST ? posted(request) : Response.text("hello " + request.host());
            case "/token" -> Response.text(Csrf.token(request));
            case "/login" -> {
                Csrf.rotate(request);
                yield Response.text(Csrf.token(request));
            }
            case "/header" ->
                Response.text("").with("X-Name", request.query("name").orElse(""));
            case "/cookie" ->
                Response.text("").with(Cookie.of("name", request.query("name").orElse("")));
            case "/type" ->
                Response.text("").with("Content-Type", request.query("name").orElse(""));
            case "/go" -> Response.redirect(request.query("next").orElse("/"));
            case "/next" ->
                Response.redirect(Redirects.safe(request.query("next").orElse(""), request, "/"));
            case "/secure" ->
                Response.text(request.secure() + " " + request.remote().getHostString());
            default -> throw new NotFound("nothing");
        };
    }

    private static Response posted(Request request) {
        return Response.text("posted " + request.form().names().size());
    }
}
