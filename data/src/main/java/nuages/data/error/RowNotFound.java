package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** Exactly one row was asked for and there is none. */
public final class RowNotFound extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public RowNotFound(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
