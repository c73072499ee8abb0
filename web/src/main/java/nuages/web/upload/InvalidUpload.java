package nuages.web.upload;

import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A form in parts that is broken, or that has more than is allowed. */
public final class InvalidUpload extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean tooLarge;

    private InvalidUpload(String message, boolean tooLarge, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = message;
        this.tooLarge = tooLarge;
    }

    static InvalidUpload broken(String message, @Nullable Throwable cause) {
        return new InvalidUpload(message, false, cause);
    }

    static InvalidUpload tooLarge(String message) {
        return new InvalidUpload(message, true, null);
    }

    /** What is wrong with it, for whoever sent it. */
    public String reason() {
        return reason;
    }

    /** Whether there was too much of it (413); otherwise it is not what it says it is (400). */
    public boolean tooLarge() {
        return tooLarge;
    }
}
