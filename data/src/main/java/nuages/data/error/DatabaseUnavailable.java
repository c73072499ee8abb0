package nuages.data.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached, or went away while it was being asked. */
public final class DatabaseUnavailable extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** A failure, the driver's exception that told of it, and when to try again. */
    public DatabaseUnavailable(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter);
    }
}
