package nuages.web.http;

import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** An exception that is an answer: the visitor gets its status, with a page that does not repeat its message. */
public class HttpException extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    /** An answer by exception; the message is for the log. */
    public HttpException(Status status, String message, @Nullable Throwable cause) {
        this(Response.empty(status), message, cause);
    }

    /** An answer by exception, with a response of its own: if its body is empty, the visitor gets an error page with its headers. */
    public HttpException(Response response, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.response = response;
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
