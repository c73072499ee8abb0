package nuages.session;

import java.util.Optional;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.middleware.CsrfStore;

/**
 * Keeps the secrets that tell forged requests from others in the session instead of a cookie: {@code settings.csrf(new
 * SessionCsrf())}. Whoever can set cookies for the site, from a subdomain for example, cannot give a visitor a secret then;
 * but each page with a form needs a session. Django does the same with {@code CSRF_USE_SESSIONS}.
 */
public final class SessionCsrf implements CsrfStore {
    private static final SessionKey<String> SECRET = SessionKey.of("_csrftoken", String.class);

    /** Keeps them in each visitor's session. */
    public SessionCsrf() {}

    @Override
    public Optional<String> read(Request request) {
        return Session.of(request).get(SECRET);
    }

    @Override
    public Response keep(Request request, Response response, String secret) {
        Session.of(request).set(SECRET, secret);
        return response;
    }
}
