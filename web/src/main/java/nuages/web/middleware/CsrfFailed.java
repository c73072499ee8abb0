package nuages.web.middleware;

import nuages.web.http.HttpException;
import nuages.web.http.Status;

/** A request that may have been forged by another site: 403. The message says why it looks so, for developers and the log. */
public final class CsrfFailed extends HttpException {
    private static final long serialVersionUID = 1L;

    CsrfFailed(String message) {
        super(Status.FORBIDDEN, message, null);
    }
}
