package nuages.web.http;

/** There is nothing at this URL: 404. */
public final class NotFound extends HttpException {
    private static final long serialVersionUID = 1L;

    /** Nothing here. */
    public NotFound() {
        this("nothing was found at this URL");
    }

    /** Nothing here; the message is for the log. */
    public NotFound(String message) {
        super(Status.NOT_FOUND, message, null);
    }
}
