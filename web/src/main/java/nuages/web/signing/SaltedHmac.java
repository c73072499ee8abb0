package nuages.web.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 whose key is the SHA-256 of a salt and the secret: Django's {@code salted_hmac}. The salt is public; it
 * keeps what was signed for one purpose from being taken for another. Threads share it.
 */
final class SaltedHmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SaltedHmac(String salt, String secret) {
        key = new SecretKeySpec(hash((salt + secret).getBytes(UTF_8)), ALGORITHM);
    }

    byte[] of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK, and this one refuses it", e);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK, and this one refuses it", e);
        }
    }
}
