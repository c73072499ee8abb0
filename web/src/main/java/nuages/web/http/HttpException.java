package nuages.web.http;

import java.util.Optional;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/**
 * An exception that is an answer: the visitor gets its status, with a page that does not repeat its message, unless it has a
 * {@link Problem}, which is written for them.
 */
public class HttpException extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;
    private final transient @Nullable Problem problem;

    /** An answer by exception; the message is for the log. */
    public HttpException(Status status, String message, @Nullable Throwable cause) {
        this(Response.empty(status), message, cause);
    }

    /** An answer by exception, with a response of its own: if its body is empty, the visitor gets an error page with its headers. */
    public HttpException(Response response, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.response = response;
        this.problem = null;
    }

    /** An answer by exception that tells the client what went wrong; the log gets the same words. */
    public HttpException(Problem problem, @Nullable Throwable cause) {
        super(inOneLine(problem), cause);
        this.response = Response.empty(problem.status());
        this.problem = problem;
    }

    private static String inOneLine(Problem problem) {
        return problem.errors().isEmpty() ? problem.detail() : problem.detail() + " " + problem.errors();
    }

    /** What the client is told of it. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the visitor gets, before an error page fills an empty body. */
    public Response response() {
        return response;
    }

    /** The status that the visitor gets. */
    public Status status() {
        return response.status();
    }
}
