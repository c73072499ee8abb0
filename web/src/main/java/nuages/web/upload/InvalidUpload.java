package nuages.web.upload;

import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A form in parts that is broken, or that has more than is allowed. */
public final class InvalidUpload extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean tooLarge;

    private InvalidUpload(String reason, String message, boolean tooLarge, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.tooLarge = tooLarge;
    }

    static InvalidUpload broken(String message, @Nullable Throwable cause) {
        return new InvalidUpload(message, message, false, cause);
    }

    /** More than so many fields, which a form sent the other way is refused for with 400 too. */
    static InvalidUpload tooMany(String reason, String remedy) {
        return new InvalidUpload(reason, reason + "; " + remedy, false, null);
    }

    static InvalidUpload tooLarge(String reason, String remedy) {
        return new InvalidUpload(reason, reason + "; " + remedy, true, null);
    }

    /** What is wrong with it, for whoever sent it; the message has what the site's developers can do besides. */
    public String reason() {
        return reason;
    }

    /** Whether there was too much of it (413); otherwise it is not what it says it is (400). */
    public boolean tooLarge() {
        return tooLarge;
    }
}
