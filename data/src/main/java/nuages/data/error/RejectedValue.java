package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** The database did not take a value: it is too long, out of range, or not of the column's kind. */
public final class RejectedValue extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public RejectedValue(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
