package nuages.web.http;

import nuages.web.http.HttpException.Problem;
import org.jspecify.annotations.Nullable;

/** What the client sent cannot be understood: 400. */
public final class BadRequest extends HttpException {
    private static final long serialVersionUID = 1L;

    /** Not understood; the message says why, to the client and in the log. */
    public BadRequest(String message) {
        this(message, null);
    }

    /** Not understood, and what found it out; the message says why, to the client and in the log. */
    public BadRequest(String message, @Nullable Throwable cause) {
        this(Problem.of(Status.BAD_REQUEST, message), cause);
    }

    BadRequest(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    /** Not understood; the client is told this, and the log what can be done about it besides. */
    BadRequest(String told, String message, @Nullable Throwable cause) {
        super(Problem.of(Status.BAD_REQUEST, told), message, cause);
    }
}
