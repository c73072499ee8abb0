package nuages.web.staticfile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that changes with the content of a file. */
final class Hash {
    private static final int BYTES = 6;

    private Hash() {}

    /** 12 hexadecimal digits of the SHA-256. */
    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** A name with the hash before its ending: {@code css/base.27e20196a850.css}. */
    static String name(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
        return name.substring(0, end) + "." + of(content) + name.substring(end);
    }
}
