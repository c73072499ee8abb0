package nuages.web.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as it may stand in a URL (RFC 3986, UTF-8), and back. Decoding is strict: what is broken is a 400, not a guess. */
public final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String IN_SEGMENT = UNRESERVED + "!$&'()*+,;=:@";
    private static final String IN_PATH = IN_SEGMENT + "/";
    private static final String IN_URL = IN_PATH + "?#[]%";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /** Text as one segment of a path: a slash is encoded too. */
    public static String segment(String text) {
        return encode(text, IN_SEGMENT);
    }

    /** A decoded path, encoded; its slashes stay. */
    public static String path(String text) {
        return encode(text, IN_PATH);
    }

    /** Text as a name or a value of a query. */
    public static String query(String text) {
        return encode(text, UNRESERVED);
    }

    /** A URL of which some characters may still have to be encoded; those that are encoded stay as they are. */
    static String url(String text) {
        return encode(text, IN_URL);
    }

    /**
     * The text that an encoded path stands for.
     *
     * @throws BadRequest if an escape is broken, or what comes out is not UTF-8 or has a NUL
     */
    public static String decode(String encoded) {
        return decode(encoded, 0, encoded.length(), false);
    }

    /** The text that a part of a query or a form stands for; each character of the argument is one byte. */
    static String decode(String encoded, int from, int to, boolean plusIsSpace) {
        int plain = from;
        while (plain < to && isPlain(encoded.charAt(plain), plusIsSpace)) {
            plain++;
        }
        return plain == to ? encoded.substring(from, to) : unescape(encoded, from, to, plusIsSpace);
    }

    private static boolean isPlain(char c, boolean plusIsSpace) {
        return c != '%' && c != 0 && c < 128 && !(plusIsSpace && c == '+');
    }

    private static String unescape(String encoded, int from, int to, boolean plusIsSpace) {
        var bytes = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = encoded.charAt(i);
            int octet = c;
            if (c == '%') {
                octet = escape(encoded, i, to);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                octet = ' ';
            }
            if (octet == 0 || octet > 255) {
                throw new BadRequest("a character that cannot be in a URL or a form: U+%04X".formatted(octet));
            }
            bytes[length++] = (byte) octet;
        }
        return utf8(ByteBuffer.wrap(bytes, 0, length));
    }

    private static int escape(String encoded, int at, int to) {
        int high = at + 2 < to ? Character.digit(encoded.charAt(at + 1), 16) : -1;
        int low = at + 2 < to ? Character.digit(encoded.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0 || encoded.charAt(at + 1) > 'f' || encoded.charAt(at + 2) > 'f') {
            throw new BadRequest(
                    "a percent sign without two hexadecimal digits behind it: write %25 for the sign itself");
        }
        return high << 4 | low;
    }

    /** Strict UTF-8: overlong forms and surrogates are refused. */
    static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("the bytes sent are not UTF-8", e);
        }
    }

    private static String encode(String text, String alsoPlain) {
        for (int i = 0; i < text.length(); i++) {
            if (!stays(text.charAt(i), alsoPlain)) {
                return escapeAll(text, alsoPlain);
            }
        }
        return text;
    }

    private static String escapeAll(String text, String alsoPlain) {
        var encoded = new StringBuilder(text.length() + 16);
        ByteBuffer bytes = bytes(text);
        while (bytes.hasRemaining()) {
            int octet = bytes.get() & 0xFF;
            if (stays((char) octet, alsoPlain)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX[octet >> 4]).append(HEX[octet & 15]);
            }
        }
        return encoded.toString();
    }

    private static ByteBuffer bytes(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a surrogate pair: such text has no place in a URL", e);
        }
    }

    private static boolean stays(char c, String alsoPlain) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || alsoPlain.indexOf(c) >= 0;
    }
}
