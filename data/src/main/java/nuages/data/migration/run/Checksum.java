package nuages.data.migration.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nuages.data.migration.Migration;
import nuages.data.migration.draft.SourceWriter;

/**
 * A number by which it is known whether what a migration does has been edited: of its operations, so that comments,
 * formatting and the compiler do not matter. What is done in Java is not looked into.
 */
final class Checksum {
    /** Goes up when operations are written otherwise, so that old checksums are not held against migrations. */
    private static final String VERSION = "1:";

    private Checksum() {}

    static String of(Migration migration) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(SourceWriter.operations(migration).getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this Java has no SHA-256, by which edits are noticed: use another runtime", e);
        }
    }

    /** Whether it was computed the same way, and is another one. */
    static boolean differs(String before, String now) {
        return before.startsWith(VERSION) && !before.equals(now);
    }
}
