package nuages.web.http;

/** Answers requests. Called on a virtual thread of the request's own, so it may simply block. Threads share it. */
@FunctionalInterface
public interface Handler {
    /**
     * The answer to a request.
     *
     * @throws Exception anything; it becomes an error page or a status in one place, never a stack trace to a visitor
     */
    Response handle(Request request) throws Exception;
}
