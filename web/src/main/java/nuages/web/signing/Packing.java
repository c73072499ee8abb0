package nuages.web.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import nuages.web.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Values as text of letters, digits, {@code -} and {@code _}: base64 of JSON. A dot before it says that the JSON is
 * compressed (zlib, RFC 1950). Django's {@code sign_object} has the same format.
 */
final class Packing {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String COMPRESSED = ".";

    private Packing() {}

    static String pack(Object value) {
        return ENCODER.encodeToString(Json.ascii(value));
    }

    /** Compressed if that is shorter by more than the dot. */
    static String packSmall(Object value) {
        byte[] json = Json.ascii(value);
        byte[] small = deflate(json);
        return small.length < json.length - 1
                ? COMPRESSED + ENCODER.encodeToString(small)
                : ENCODER.encodeToString(json);
    }

    /** What was packed; the text must be known to be genuine, as compressed text can be very long. */
    static <T> T unpack(String text, Class<T> type) {
        try {
            boolean compressed = text.startsWith(COMPRESSED);
            byte[] bytes = Base64.getUrlDecoder().decode(compressed ? text.substring(1) : text);
            return checked(Json.parse(compressed ? inflate(bytes) : bytes, type));
        } catch (IllegalArgumentException | IOException | JacksonException e) {
            throw new BadSignature(
                    "signed text is not the JSON of a " + type.getSimpleName()
                            + ": its signature is good, so this site signed something else for the same purpose;"
                            + " give each purpose a salt of its own",
                    e);
        }
    }

    private static <T> T checked(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("JSON's null");
        }
        return value;
    }

    private static byte[] deflate(byte[] bytes) {
        var small = new ByteArrayOutputStream(bytes.length);
        try (var out = new DeflaterOutputStream(small)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    private static byte[] inflate(byte[] bytes) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
