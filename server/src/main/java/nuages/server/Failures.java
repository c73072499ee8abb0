package nuages.server;

import nuages.web.http.Request;
import nuages.web.http.Response;

/** The one place where what a handler threw becomes an answer, and a line in the log. Threads share it. */
@FunctionalInterface
public interface Failures {
    /** The answer to a request whose handling failed; what went wrong is logged here and shown to nobody. */
    Response answer(Request request, Throwable failure);
}
