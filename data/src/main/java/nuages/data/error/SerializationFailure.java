package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** The database undid this transaction because it clashed with another one: a serialization failure or a deadlock. */
public final class SerializationFailure extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public SerializationFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
