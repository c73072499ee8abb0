package nuages.testing;

import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;

/** Answers by what a test has put in the place of a view: innermost, where the routes begin. Threads share it. */
final class Instead implements Middleware {
    /** What is in the place of a view. */
    static final Key<Handler> VIEW = Key.of("what a test does as a view");

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        var view = request.attribute(VIEW);
        return view.isPresent() ? request.answeredBy(view.get()) : next.handle(request);
    }

    /** A view that is a lambda of a test, and keeps what becomes of it. One thread uses it. */
    static final class View<R extends @Nullable Object, X extends Exception> implements Handler {
        private final Client.Look<R, X> code;
        private @Nullable Outcome<R> outcome;

        /** What came of it: a value or a failure. */
        private record Outcome<R extends @Nullable Object>(
                @Nullable R value, @Nullable Exception failure) {}

        View(Client.Look<R, X> code) {
            this.code = code;
        }

        @Override
        public Response handle(Request request) {
            try {
                outcome = new Outcome<>(code.at(request), null);
            } catch (Exception failure) {
                outcome = new Outcome<>(null, failure);
            }
            return Response.text("");
        }

        /** What the lambda returned, or threw. */
        @SuppressWarnings({"unchecked", "NullAway"}) // it threw what it declares; a null was its own
        R result(Reply reply) throws X {
            var come = outcome;
            if (come == null) {
                throw new IllegalStateException(reply + " was answered before a view would have been asked: "
                        + reply.location().map(it -> "it sends to " + it).orElse(reply.text()));
            }
            if (come.failure() != null) {
                throw (X) come.failure();
            }
            return come.value();
        }
    }
}
