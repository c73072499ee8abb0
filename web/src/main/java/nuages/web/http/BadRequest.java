package nuages.web.http;

import org.jspecify.annotations.Nullable;

/** What the client sent cannot be understood: 400. */
public final class BadRequest extends HttpException {
    private static final long serialVersionUID = 1L;

    /** Not understood; the message is for the log. */
    public BadRequest(String message) {
        this(message, null);
    }

    /** Not understood, and what found it out; the message is for the log. */
    public BadRequest(String message, @Nullable Throwable cause) {
        super(Status.BAD_REQUEST, message, cause);
    }
}
