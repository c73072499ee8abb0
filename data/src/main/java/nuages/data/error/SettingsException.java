package nuages.data.error;

import org.jspecify.annotations.Nullable;

/** A setting is missing or wrong; the message names it, where it came from, and an example that works. */
public final class SettingsException extends NuagesException {
    private static final long serialVersionUID = 1L;

    /** A wrong setting. */
    public SettingsException(String message) {
        this(message, null);
    }

    /** A wrong setting, and what found it out. */
    public SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
