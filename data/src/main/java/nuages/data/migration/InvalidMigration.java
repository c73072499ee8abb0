package nuages.data.migration;

import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A migration, or what they are all together, asks for what cannot be. */
public final class InvalidMigration extends NuagesException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, what it means, and what to do. */
    public InvalidMigration(String message) {
        super(message, null);
    }

    /** The same, found out by another exception. */
    public InvalidMigration(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
