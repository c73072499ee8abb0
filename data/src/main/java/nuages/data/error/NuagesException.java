package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** The root of every exception that Nuages throws for a reason of its own. */
public abstract class NuagesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what happened, what it means and what to do, in that order. */
    protected NuagesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
