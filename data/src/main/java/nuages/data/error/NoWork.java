package nuages.data.error;

/** A database was used where no work is running, or after the work had ended. */
public final class NoWork extends NuagesException {
    private static final long serialVersionUID = 1L;

    /** The message names the line that starts a work. */
    public NoWork(String message) {
        super(message, null);
    }
}
