package nuages.data.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something went wrong with a database. The driver's own exception, if there is one, is the cause. */
public class DatabaseException extends NuagesException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same work, started again, may well succeed. */
    public boolean retryable() {
        return false;
    }

    /** How long to wait before trying again, when that can be estimated. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
