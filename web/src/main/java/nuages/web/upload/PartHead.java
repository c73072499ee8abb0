package nuages.web.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of one part of a form (RFC 7578, section 4.2), with names as browsers write them.
 *
 * @param name of the form's field
 * @param filename as it was sent; null for what is no file
 * @param contentType as it was sent; empty if it was not
 */
record PartHead(String name, @Nullable String filename, String contentType) {
    /** Reads header fields; each character of the argument is one byte. */
    static PartHead parse(String lines) {
        String disposition = null;
        String type = "";
        for (String line : utf8(lines).split("\r\n")) {
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
                throw InvalidUpload.broken("a part of the form has a header line without a name: " + shown(line), null);
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> disposition = value;
                case "content-type" -> type = value;
                case "content-transfer-encoding" -> checkEncoding(value);
                default -> {}
            }
        }
        return of(disposition, type);
    }

    private static PartHead of(@Nullable String disposition, String type) {
        if (disposition == null || !HeaderValue.essence(disposition).equals("form-data")) {
            throw InvalidUpload.broken(
                    "a part of the form has no header \"Content-Disposition: form-data; name=…\"", null);
        }
        Optional<String> name = HeaderValue.parameter(disposition, "name");
        if (name.isEmpty()) {
            throw InvalidUpload.broken("a part of the form has no name in its Content-Disposition", null);
        }
        return new PartHead(
                HeaderValue.unescaped(name.get()),
                HeaderValue.parameter(disposition, "filename")
                        .map(HeaderValue::unescaped)
                        .orElse(null),
                type);
    }

    /** RFC 7578, section 4.7: nobody sends anything but bytes as they are. */
    private static void checkEncoding(String encoding) {
        switch (encoding.toLowerCase(Locale.ROOT)) {
            case "7bit", "8bit", "binary", "" -> {}
            default ->
                throw InvalidUpload.broken(
                        "a part of the form is sent with Content-Transfer-Encoding " + shown(encoding)
                                + ": send its bytes as they are",
                        null);
        }
    }

    /** The character set of a text. */
    Charset charset() {
        Optional<String> named = HeaderValue.parameter(contentType, "charset");
        try {
            return named.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(named.get());
        } catch (IllegalArgumentException e) {
            throw InvalidUpload.broken(
                    "the field " + shown(name) + " is in the unknown character set " + shown(named.orElse(""))
                            + ": send UTF-8",
                    e);
        }
    }

    /** The text of a field. */
    String text(byte[] bytes) {
        Charset charset = charset();
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw InvalidUpload.broken("the field " + shown(name) + " is not " + charset, e);
        }
        if (text.indexOf(0) >= 0) {
            throw InvalidUpload.broken("the field " + shown(name) + " has a NUL character", null);
        }
        return text;
    }

    private static String utf8(String lines) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(lines.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidUpload.broken("a header of a part of the form is not UTF-8", e);
        }
    }

    static String shown(String sent) {
        var clean = new StringBuilder("\"");
        sent.chars().limit(60).forEach(c -> clean.append(c < ' ' || c > 126 ? '?' : (char) c));
        return clean.append('"').toString();
    }
}
