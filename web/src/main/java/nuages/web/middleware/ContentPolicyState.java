package nuages.web.middleware;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one answer does to the site's policy. One thread at a time uses it. */
final class ContentPolicyState {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16; // as many as the specification asks for

    private @Nullable String nonce;
    private UnaryOperator<ContentPolicy> change = UnaryOperator.identity();
    private boolean touched;
    private boolean answered;

    String nonce() {
        String made = nonce;
        if (made == null) {
            if (answered) {
                throw new IllegalStateException("a nonce was asked for when the answer's headers had been sent: call"
                        + " ContentSecurityPolicy.nonce(request) in the view, before the body is streamed");
            }
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            nonce = made;
            touched = true;
        }
        return made;
    }

    void change(UnaryOperator<ContentPolicy> more) {
        UnaryOperator<ContentPolicy> before = change;
        change = policy -> more.apply(before.apply(policy));
        touched = true;
    }

    void answered() {
        answered = true;
    }

    boolean untouched() {
        return !touched;
    }

    /** The nonce, if one was asked for. */
    @Nullable
    String madeNonce() {
        return nonce;
    }

    /** A policy of the site's as this answer has it; a policy that rules nothing stays so. */
    ContentPolicy changed(ContentPolicy policy) {
        return policy.isEmpty() ? policy : change.apply(policy);
    }
}
