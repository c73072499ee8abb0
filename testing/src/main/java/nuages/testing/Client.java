package nuages.testing;

import java.io.BufferedReader;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Asks a site as a browser would, without a server between them: each request runs the whole site, from its outermost
 * middleware to the view, within a work of its own. Cookies are kept. URLs are paths of the site, as routes make them, or
 * whole URLs of it.
 *
 * <p>What the site would answer with 500 to is thrown as {@link RequestFailed}, with what went wrong as its cause, unless
 * {@link #withErrorPages()} was asked for. One thread uses it; for two visitors take two clients.
 */
public final class Client {
    private final ComposedSite site;
    private final CookieJar cookies;
    private final Headers headers;
    private final Manner manner;

    /**
     * How a client behaves.
     *
     * @param secure whether it asks over HTTPS
     * @param following whether it goes where it is sent
     * @param errorPages whether failures are answers
     * @param checked whether it must show that it was not sent by another site
     */
    record Manner(boolean secure, boolean following, boolean errorPages, boolean checked) {
        Manner over(boolean tls) {
            return new Manner(tls, following, errorPages, checked);
        }

        Manner going(boolean on) {
            return new Manner(secure, on, errorPages, checked);
        }
    }

    private Client(ComposedSite site, CookieJar cookies, Headers headers, Manner manner) {
        this.site = site;
        this.cookies = cookies;
        this.headers = headers;
        this.manner = manner;
    }

    static Client of(ComposedSite site) {
        return new Client(site, new CookieJar(site.clock()), Headers.none(), new Manner(false, false, false, false));
    }

    /** Another visitor of the same site, who has no cookies yet. */
    public Client another() {
        return new Client(site, new CookieJar(site.clock()), headers, manner);
    }

    /** The same visitor, who goes where redirects lead, at most 20 times. */
    public Client following() {
        return new Client(site, cookies, headers, manner.going(true));
    }

    /** The same visitor over HTTPS. */
    public Client secure() {
        return new Client(site, cookies, headers, manner.over(true));
    }

    /** The same visitor, who is answered with the error page when the site fails. */
    public Client withErrorPages() {
        return new Client(
                site, cookies, headers, new Manner(manner.secure(), manner.following(), true, manner.checked()));
    }

    /**
     * The same visitor, whose requests the site checks as it does those of browsers, for tests of forms that lack their
     * token: other clients are taken at their word. A form is sent with its token as {@code Map.of("csrfmiddlewaretoken",
     * reply.csrfToken(), …)}.
     */
    public Client enforcingCsrf() {
        return new Client(
                site, cookies, headers, new Manner(manner.secure(), manner.following(), manner.errorPages(), true));
    }

    /** The same visitor, who sends that header with each request. */
    public Client with(String header, String value) {
        return new Client(site, cookies, headers.with(header, value), manner);
    }

    /** Asks for a page. */
    public Reply get(String url) {
        return request(Method.GET, url).send();
    }

    /** Asks for a page with parameters, each a value or a collection of them. */
    public Reply get(String url, Map<String, ? extends @Nullable Object> query) {
        return request(Method.GET, url).query(query).send();
    }

    /** Asks for the head of a page. */
    public Reply head(String url) {
        return request(Method.HEAD, url).send();
    }

    /** Submits an empty form. */
    public Reply post(String url) {
        return request(Method.POST, url).form(Map.of()).send();
    }

    /** Submits a form; see {@link Call#form}. */
    public Reply post(String url, Map<String, ? extends @Nullable Object> form) {
        return request(Method.POST, url).form(form).send();
    }

    /** Sends a value as JSON. */
    public Reply postJson(String url, Object value) {
        return request(Method.POST, url).json(value).send();
    }

    /** Replaces something by a value, sent as JSON. */
    public Reply putJson(String url, Object value) {
        return request(Method.PUT, url).json(value).send();
    }

    /** Changes something in part, by a value sent as JSON. */
    public Reply patchJson(String url, Object value) {
        return request(Method.PATCH, url).json(value).send();
    }

    /** Removes something. */
    public Reply delete(String url) {
        return request(Method.DELETE, url).send();
    }

    /** Asks what may be done. */
    public Reply options(String url) {
        return request(Method.OPTIONS, url).send();
    }

    /** Reads what a site writes. */
    @FunctionalInterface
    public interface Reading<R, X extends Exception> {
        /** Reads as many lines as it likes; a line is waited for until the site has written it. */
        R read(BufferedReader lines) throws X;
    }

    /**
     * Asks for a page and reads it while the site still writes it, such as a stream of events. When the lambda returns, the
     * client leaves, and the site must notice: a test fails whose view goes on.
     *
     * @return what the lambda returns
     * @throws RequestFailed if the site failed before
     */
    public <R, X extends Exception> R stream(String url, Reading<R, X> reading) throws X {
        return Listening.to(new Dispatch(site, request(Method.GET, url), manner), reading);
    }

    /** Looks at something as a view would. */
    @FunctionalInterface
    public interface Look<R extends @Nullable Object, X extends Exception> {
        /** What it finds in a visitor's request. */
        R at(Request request) throws X;
    }

    /**
     * Runs a lambda in the place of a view, inside of all that the site puts around its views, for this visitor.
     *
     * <pre>{@code
     * var cart = client.look(request -> Session.of(request).get(CART));
     * }</pre>
     *
     * @return what the lambda returns
     * @throws IllegalStateException if the site answers before a view would
     */
    public <R extends @Nullable Object, X extends Exception> R look(Look<R, X> code) throws X {
        var view = new Instead.View<>(code);
        var call = request(Method.GET, "/");
        var reply = new Dispatch(site, call, manner).instead(view).reply(staying());
        cookies.keep(reply.headers().all("Set-Cookie"), call.path());
        return view.result(reply);
    }

    /** Does something as a view would. */
    @FunctionalInterface
    public interface Preparation<X extends Exception> {
        /** Changes what a visitor's request carries. */
        void on(Request request) throws X;
    }

    /**
     * Runs a lambda in the place of a view, as {@link #look} does, for what it does.
     *
     * <pre>{@code
     * client.prepare(request -> Session.of(request).set(CART, cart));
     * }</pre>
     *
     * @throws IllegalStateException if the site answers before a view would
     */
    public <X extends Exception> void prepare(Preparation<X> code) throws X {
        this.<Boolean, X>look(request -> {
            code.on(request);
            return true;
        });
    }

    /** A request in the making. */
    public Call request(Method method, String url) {
        return new Call(this, method, url);
    }

    /** The value of a cookie that it would send to the site's first page. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.sent("/", true).get(name));
    }

    /** Has a cookie from now on. */
    public void setCookie(String name, String value) {
        cookies.set(name, value);
    }

    /** Has no cookies any more. */
    public void forgetCookies() {
        cookies.clear();
    }

    Reply send(Call call) {
        var reply = new Dispatch(site, call, manner).reply(this);
        cookies.keep(reply.headers().all("Set-Cookie"), call.path());
        if (!manner.following()) {
            return reply;
        }
        return reply.followed(20);
    }

    /** The same client, which goes nowhere by itself. */
    Client staying() {
        return new Client(site, cookies, headers, manner.going(false));
    }

    CookieJar cookies() {
        return cookies;
    }

    Headers headers() {
        return headers;
    }
}
