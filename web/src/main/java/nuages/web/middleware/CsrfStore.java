package nuages.web.middleware;

import java.util.Optional;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** Where a visitor's secret is kept from one request to the next: in a cookie, or in the session. Threads share it. */
public interface CsrfStore {
    /** The secret that was kept for whoever sent a request. Anything may come back: it is looked at before it is used. */
    Optional<String> read(Request request);

    /**
     * Keeps a secret. Called after the view, for every answer that holds a token.
     *
     * @param request as {@link Csrf} has it, with the attributes of the middleware around it
     * @return the answer, perhaps with a cookie
     */
    Response keep(Request request, Response response, String secret);
}
