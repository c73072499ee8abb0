package nuages.web.middleware;

import java.util.List;
import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Method;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/**
 * Refuses requests that another site forged: a visitor's browser would send their cookies along. Whatever is not {@code
 * GET}, {@code HEAD}, {@code OPTIONS} or {@code TRACE} must come from a page of this site, as far as the browser tells, and
 * must carry a token that only such a page can know: in the field {@value #FIELD} of a form, or in the header {@value
 * #HEADER}. Fields, cookies and tokens are Django's, so both can serve one site. Threads may share it.
 *
 * <p>Of what is sent as a form without the header, the body is read here.
 */
public final class Csrf implements Middleware {
    /** The name of a form's field that holds a token. */
    public static final String FIELD = "csrfmiddlewaretoken";

    /** The header that may hold a token instead. */
    public static final String HEADER = "X-CSRFToken";

    private static final Key<CsrfState> STATE = Key.of("csrf");
    private static final Key<Boolean> UNCHECKED = Key.of("csrf is not checked");

    private final CsrfStore store;
    private final CsrfOrigins origins;
    private final List<String> exempt;

    private Csrf(CsrfSettings settings, CsrfStore store) {
        this.store = store;
        this.origins = new CsrfOrigins(settings);
        this.exempt = settings.exempt();
    }

    /** With secrets in a cookie, and Django's settings. */
    public static Csrf usual() {
        return of(CsrfSettings.standard());
    }

    /** With secrets in a cookie. */
    public static Csrf of(CsrfSettings settings) {
        return new Csrf(settings, new CsrfCookie(settings));
    }

    /** With secrets somewhere else, such as in the session; then the settings of the cookie have no effect. */
    public static Csrf of(CsrfSettings settings, CsrfStore store) {
        return new Csrf(settings, store);
    }

    /**
     * A token for a form or a script of the page that answers a request. The first one makes the secret and the cookie;
     * pages without any leave the visitor alone.
     *
     * @throws IllegalStateException if no {@link Csrf} stands around the view, or the visitor has no secret and the
     *     answer's headers have been sent
     */
    public static String token(Request request) {
        return state(request).token();
    }

    /**
     * A token as the hidden field of a form, in HTML.
     *
     * @throws IllegalStateException as {@link #token} does
     */
    public static String input(Request request) {
        return "<input type=\"hidden\" name=\"" + FIELD + "\" value=\"" + token(request) + "\">";
    }

    /** Gives the visitor another secret, so that older tokens hold no more: to be called when somebody logs in. */
    public static void rotate(Request request) {
        state(request).rotate();
    }

    /**
     * The same request, which is not checked: for tests, and for middleware further out that has found out who calls by
     * something other than cookies.
     */
    public static Request unchecked(Request request) {
        return request.with(UNCHECKED, true);
    }

    @Override
    public Stage stage() {
        return Stage.CSRF;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        var state = new CsrfState(store, request);
        if (!safe(request.method()) && !exempt(request)) {
            origins.check(request);
            state.check();
        }
        return state.keep(next.handle(request.with(STATE, state)));
    }

    private static CsrfState state(Request request) {
        return request.attribute(STATE)
                .orElseThrow(() -> new IllegalStateException("no Csrf stands around " + request
                        + ": add Csrf.usual() to the middleware, and hand on the request that it handed to you"));
    }

    private static boolean safe(Method method) {
        return switch (method) {
            case GET, HEAD, OPTIONS, TRACE -> true;
            case POST, PUT, PATCH, DELETE, CONNECT -> false;
        };
    }

    private boolean exempt(Request request) {
        for (String path : exempt) {
            if (path.indexOf('{') >= 0 ? fits(path, request.path()) : isBelow(path, request.path())) {
                return true;
            }
        }
        return request.attribute(UNCHECKED).isPresent();
    }

    private static boolean isBelow(String exempt, String path) {
        return exempt.endsWith("/") ? path.startsWith(exempt) : path.equals(exempt);
    }

    /** Whether a path has the segments of a pattern, in which names in braces stand for anything. */
    private static boolean fits(String pattern, String path) {
        int at = 0;
        int from = 0;
        while (from < pattern.length()) {
            int to = end(pattern, from);
            int stop = at < path.length() ? end(path, at) : -1;
            if (stop < 0 || !isSegment(pattern.substring(from, to), path.substring(at, stop))) {
                return false;
            }
            from = to + 1;
            at = stop + 1;
        }
        return at >= path.length() && pattern.endsWith("/") == path.endsWith("/");
    }

    private static boolean isSegment(String pattern, String segment) {
        int open = pattern.indexOf('{');
        int close = pattern.indexOf('}');
        if (open < 0 || close < open) {
            return pattern.equals(segment);
        }
        int beside = open + pattern.length() - close - 1;
        return segment.length() > beside
                && segment.startsWith(pattern.substring(0, open))
                && segment.endsWith(pattern.substring(close + 1));
    }

    private static int end(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
