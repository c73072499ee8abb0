package nuages.web.signing;

import nuages.web.http.HttpException;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/** Signed text that was changed, was signed with another key or for another purpose, or was never signed: 400. */
public class BadSignature extends HttpException {
    private static final long serialVersionUID = 1L;

    BadSignature(String message, @Nullable Throwable cause) {
        super(Status.BAD_REQUEST, message, cause);
    }
}
