package nuages.testing;

import java.util.concurrent.atomic.AtomicReference;
import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Sees what is thrown before an error page is made of it, and tells the test that asked. Threads share it.
 *
 * @param stage where pages are made: it stands just inside of that
 */
record Witness(Stage stage) implements Middleware {
    /** Where a test wants to be told. */
    static final Key<AtomicReference<@Nullable Throwable>> SEEN = Key.of("what a test's request failed with");

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        try {
            return next.handle(request);
        } catch (Throwable failure) {
            request.attribute(SEEN).ifPresent(it -> it.set(failure));
            throw failure;
        }
    }
}
