package nuages.web.middleware;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * Secrets and tokens against forged requests, in Django's format: a secret is 32 letters and digits; a token is 64, of
 * which the first half masks the second, so that no two are the same and compression tells nothing of the secret.
 */
final class CsrfTokens {
    static final int SECRET = 32;
    static final int TOKEN = 2 * SECRET;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LETTERS = ALPHABET.length();
    private static final SecureRandom RANDOM = new SecureRandom();

    private CsrfTokens() {}

    /** A secret that nobody had before. */
    static String newSecret() {
        var bytes = new byte[SECRET + SECRET / 2];
        var text = new StringBuilder(SECRET);
        while (text.length() < SECRET) {
            RANDOM.nextBytes(bytes);
            for (int i = 0; i < bytes.length && text.length() < SECRET; i++) {
                int six = bytes[i] & 63;
                if (six < LETTERS) { // passing over the other two leaves each letter as likely as any
                    text.append(ALPHABET.charAt(six));
                }
            }
        }
        return text.toString();
    }

    /** A token that stands for a secret, different each time. */
    static String mask(String secret) {
        return mask(secret, newSecret());
    }

    static String mask(String secret, String mask) {
        var token = new StringBuilder(TOKEN).append(mask);
        for (int i = 0; i < SECRET; i++) {
            token.append(ALPHABET.charAt((index(secret.charAt(i)) + index(mask.charAt(i))) % LETTERS));
        }
        return token.toString();
    }

    /** The secret that a token stands for, or the secret itself. */
    static String secret(String tokenOrSecret) {
        if (tokenOrSecret.length() == SECRET) {
            return tokenOrSecret;
        }
        var secret = new StringBuilder(SECRET);
        for (int i = 0; i < SECRET; i++) {
            int masked = index(tokenOrSecret.charAt(SECRET + i)) + LETTERS - index(tokenOrSecret.charAt(i));
            secret.append(ALPHABET.charAt(masked % LETTERS));
        }
        return secret.toString();
    }

    /** Whether a text is a token or a secret, by its looks. */
    static boolean wellFormed(String text) {
        if (text.length() != SECRET && text.length() != TOKEN) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (index(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a well-formed token stands for a secret, found out in the same time whatever the answer. */
    static boolean match(String token, String secret) {
        return MessageDigest.isEqual(
                secret(token).getBytes(StandardCharsets.US_ASCII), secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static int index(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 26;
        }
        return c >= '0' && c <= '9' ? c - '0' + 52 : -1;
    }
}
