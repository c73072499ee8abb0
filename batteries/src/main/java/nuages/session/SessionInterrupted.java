package nuages.session;

import nuages.web.http.HttpException;
import nuages.web.http.Status;

/** The session that a request has changed was deleted meanwhile: 400, as nothing that the view put into it is kept. */
public final class SessionInterrupted extends HttpException {
    private static final long serialVersionUID = 1L;

    SessionInterrupted() {
        super(
                Status.BAD_REQUEST,
                "the session was deleted while this request changed it, most likely as the visitor logged out in"
                        + " another window: what the view put into it is lost",
                null);
    }
}
