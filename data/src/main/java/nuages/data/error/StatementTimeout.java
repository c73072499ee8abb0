package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** A statement ran longer than it may. */
public final class StatementTimeout extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public StatementTimeout(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
