package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** At most one row was asked for and there are more. */
public final class MultipleRows extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public MultipleRows(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
