package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** A lent connection, or a transaction, was used after its block had ended or from another thread. */
public final class EscapedScope extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public EscapedScope(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
