package nuages.data.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queue for connections is so long that waiting in it would be in vain; the work was turned away at once. */
public final class Overloaded extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** A failure, the driver's exception that told of it, and when to try again. */
    public Overloaded(String message, Duration retryAfter, @Nullable Throwable cause) {
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
