package nuages.web.template.pebble;

import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** Something failed in a line of a template. It is thrown through the engine, and told as a template's exception. */
final class FailedHere extends NuagesException {
    private static final long serialVersionUID = 1;

    private final String template;
    private final int line;

    /** In that line; 0 if only those further out know it. */
    FailedHere(String reason, String template, int line, @Nullable Throwable cause) {
        super(reason, cause);
        this.template = template;
        this.line = line;
    }

    String template() {
        return template;
    }

    int line() {
        return line;
    }
}
