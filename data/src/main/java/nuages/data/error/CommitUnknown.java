package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** The connection broke while a commit was under way: the transaction may or may not be in the database. */
public final class CommitUnknown extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public CommitUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
