package nuages.testing;

import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A test's request that the site failed to answer; the cause says why. */
public final class RequestFailed extends NuagesException {
    private static final long serialVersionUID = 1L;

    RequestFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
