package nuages.web.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * Signs text for one purpose: {@code hello} becomes {@code hello:} and a signature. Everybody can read what is signed.
 * Made by {@link Signing#signer(String)}. Threads share it.
 *
 * <p>The format is that of Django's {@code Signer}. The first key signs; each of the keys is good for checking.
 */
public final class Signer {
    static final char SEPARATOR = ':';
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final List<SaltedHmac> keys;

    Signer(List<String> secrets, String salt) {
        keys = secrets.stream()
                .map(secret -> new SaltedHmac(salt + "signer", secret))
                .toList();
    }

    /** The text with its signature. */
    public String sign(String text) {
        return text + SEPARATOR + signature(keys.getFirst(), text);
    }

    /**
     * The text, without its signature.
     *
     * @throws BadSignature if it was not signed so, with one of the keys
     */
    public String unsign(String signed) {
        int separator = signed.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw bad("has no signature");
        }
        String text = signed.substring(0, separator);
        byte[] claimed = signed.substring(separator + 1).getBytes(UTF_8);
        for (SaltedHmac key : keys) {
            if (MessageDigest.isEqual(claimed, signature(key, text).getBytes(UTF_8))) {
                return text;
            }
        }
        throw bad("has a signature that does not belong to it");
    }

    /** Tells nothing of the text, which may be private, and which nobody has vouched for. */
    private static BadSignature bad(String how) {
        return new BadSignature(
                "signed text " + how + ": it was changed on its way, or signed with a key or for a purpose that is not"
                        + " this one; after a change of the secret key, keep the old one among the fallbacks",
                null);
    }

    private static String signature(SaltedHmac key, String text) {
        return ENCODER.encodeToString(key.of(text));
    }
}
