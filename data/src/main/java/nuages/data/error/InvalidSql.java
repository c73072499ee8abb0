package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** The database did not understand the statement: wrong syntax, or a table or column that is not there. */
public final class InvalidSql extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** A failure, and the driver's exception that told of it. */
    public InvalidSql(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
