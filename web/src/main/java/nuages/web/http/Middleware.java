package nuages.web.http;

/** Stands around a handler: sees each request before it and each response after it. Threads share it. */
@FunctionalInterface
public interface Middleware {
    /** The answer to a request: usually what {@code next} answers, perhaps changed. */
    Response handle(Request request, Handler next) throws Exception;

    /** A handler with this middleware around it. */
    default Handler around(Handler next) {
        return request -> handle(request, next);
    }
}
