package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** A row or table lock was not free in time, or NOWAIT found it taken. */
public final class LockTimeout extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public LockTimeout(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
