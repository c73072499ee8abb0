package nuages.web.view;

import nuages.data.error.DatabaseException;
import nuages.data.error.RowNotFound;
import nuages.data.error.WorkCancelled;
import nuages.web.http.Handler;
import nuages.web.http.HttpException;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;
import nuages.web.template.TemplateFunction;

/**
 * Makes an answer of whatever is thrown behind it, and logs it once. Visitors read no message and no stack trace.
 *
 * <table>
 * <caption>What becomes of an exception</caption>
 * <tr><td>{@link HttpException}</td><td>its own response, with a page if that is empty</td></tr>
 * <tr><td>{@link RowNotFound}</td><td>404</td></tr>
 * <tr><td>a {@link DatabaseException} that says when to try again</td><td>503 with {@code Retry-After}</td></tr>
 * <tr><td>{@link WorkCancelled}: the deadline or the limit on holding a connection passed</td><td>504: trying again at
 * once would most likely take as long, so no {@code Retry-After}</td></tr>
 * <tr><td>cancelled by a shutdown</td><td>503, {@code Retry-After: 1} and {@code Connection: close}</td></tr>
 * <tr><td>cancelled as the client left</td><td>{@link Status#CLIENT_LEFT}, of which servers send nothing</td></tr>
 * <tr><td>cancelled for another reason</td><td>503</td></tr>
 * <tr><td>anything else, errors of the virtual machine too</td><td>500</td></tr>
 * </table>
 *
 * <p>It stands around everything that may fail: outermost, but for middleware that only adds headers. A site has {@link
 * #ofViews} besides. Threads may share it.
 */
public final class Errors implements Middleware {
    private static final Key<Boolean> OUTSIDE = Key.of("a page outside of what knows the visitor");

    private final Answers answers;

    private Errors(Answers answers) {
        this.answers = answers;
    }

    /** Error pages that tell visitors nothing of the site's inside. */
    public static Errors forVisitors() {
        return new Errors(new Answers(null));
    }

    /**
     * Error pages that show what failed and what was asked of the databases before. Never for a site that strangers can
     * reach.
     */
    public static Errors forDevelopers(Insight insight) {
        return new Errors(new Answers(insight));
    }

    /**
     * The same for what views throw as an answer of less than 500: it stands further in, so that the pages know the visitor's
     * session and messages, and what the view has changed in those is kept. All else goes on to these.
     */
    public Middleware ofViews() {
        return new OfViews(answers);
    }

    /**
     * A function of templates that asks for the visitor's session, messages or tokens, and has another value on pages that are
     * made where those are not known.
     */
    public static TemplateFunction within(TemplateFunction function, Object outside) {
        return call -> outside(call.request()) ? outside : function.call(call);
    }

    /**
     * Whether a page is being made for this request where sessions, messages and tokens are not known: it is about a fault, or
     * the request was refused before.
     */
    private static boolean outside(Request request) {
        return request.attribute(OUTSIDE).isPresent();
    }

    @Override
    public Stage stage() {
        return Stage.ERRORS;
    }

    @Override
    public Response handle(Request request, Handler next) {
        try {
            answers.listen();
            return next.handle(request);
        } catch (Throwable failure) {
            return answer(request, failure);
        }
    }

    /** The answer to a request that something was thrown for. Never fails. */
    public Response answer(Request request, Throwable failure) {
        return answers.of(request.with(OUTSIDE, true), failure);
    }

    /**
     * What is thrown as the work was told to stop goes on, too: then nothing shall be kept. So does what views on the event
     * loop throw: a page may ask for the session there, which may be in a database.
     */
    private record OfViews(Answers answers) implements Middleware {
        @Override
        public Stage stage() {
            return Stage.ANSWERS;
        }

        @Override
        public Response handle(Request request, Handler next) throws Exception {
            try {
                return next.handle(request);
            } catch (HttpException | RowNotFound answer) {
                boolean fault =
                        answer instanceof HttpException http && http.status().code() >= 500;
                if (fault || Answers.offline() || Answers.cancelled(answer) != null) {
                    throw answer;
                }
                return answers.of(request, answer);
            }
        }
    }
}
