package nuages.web.http;

/**
 * Answers requests. Called on a virtual thread of the request's own, so it may simply block, unless it says that it never
 * does. Threads share it.
 */
@FunctionalInterface
public interface Handler {
    /**
     * The answer to a request.
     *
     * @throws Exception anything; it becomes an error page or a status in one place, never a stack trace to a visitor
     */
    Response handle(Request request) throws Exception;

    /**
     * Whether it answers {@code GET} and {@code HEAD} of that path, as it is sent, without ever waiting: then it may be called
     * on an event loop.
     */
    default boolean neverWaits(String path) {
        return false;
    }
}
