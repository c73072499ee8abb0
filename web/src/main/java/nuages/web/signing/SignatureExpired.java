package nuages.web.signing;

import java.time.Duration;
import java.time.Instant;

/** Signed text that is genuine, and older than it may be. */
public final class SignatureExpired extends BadSignature {
    private static final long serialVersionUID = 1L;

    SignatureExpired(Instant signed, Duration maxAge) {
        super("the text was signed at " + signed + ", which is more than " + maxAge + " ago: ask for a new one", null);
    }
}
