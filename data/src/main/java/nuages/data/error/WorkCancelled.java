package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** The work was told to stop: its client left, its time was up, the server shuts down, or its thread was interrupted. */
public final class WorkCancelled extends NuagesException {
    private static final long serialVersionUID = 1L;

    /** Why a work is told to stop. */
    public enum Reason {
        /** Whoever asked for it is gone. */
        CLIENT_LEFT,
        /** Its deadline has passed. */
        DEADLINE,
        /** It held a connection for longer than {@code pool.holdLimit}. */
        HOLD_LIMIT,
        /** The process is about to end. */
        SHUTDOWN,
        /** Somebody interrupted its thread. */
        INTERRUPTED,
        /** Somebody asked for it, with {@code Work.cancel}. */
        REQUESTED
    }

    private final Reason reason;

    /** A work that was told to stop, and what noticed it. */
    public WorkCancelled(String message, Reason reason, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it was told to stop. */
    public Reason reason() {
        return reason;
    }
}
