package nuages.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nuages.web.http.Method;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a request line asks for (RFC 9112, 3.2): a path, or a whole URL whose path counts, or {@code *}.
 *
 * @param path decoded; it never has a control character
 * @param query as it was sent; null if there is none
 */
record Target(String path, @Nullable String query) {
    static Target of(String target, Method method) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 127 || c == '#') {
                throw RequestHead.refused(Status.BAD_REQUEST, "a character in the target must be percent-encoded");
            }
        }
        var origin = origin(target, method);
        int mark = origin.indexOf('?');
        return mark < 0
                ? new Target(decoded(origin), null)
                : new Target(decoded(origin.substring(0, mark)), origin.substring(mark + 1));
    }

    private static String origin(String target, Method method) {
        if (target.startsWith("/") || (target.equals("*") && method == Method.OPTIONS)) {
            return target;
        }
        int scheme = target.indexOf("://");
        if (scheme <= 0 || !target.regionMatches(true, 0, "http", 0, 4)) {
            throw RequestHead.refused(Status.BAD_REQUEST, "the target must begin with a slash");
        }
        for (int i = scheme + 3; i < target.length(); i++) {
            if (target.charAt(i) == '/') {
                return target.substring(i);
            }
            if (target.charAt(i) == '?') {
                return "/" + target.substring(i);
            }
        }
        return "/";
    }

    private static String decoded(String path) {
        return path.indexOf('%') < 0 ? path : decodedBytes(path);
    }

    private static String decodedBytes(String path) {
        var bytes = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
            } else {
                bytes.put(octet(path, i));
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notText) {
            throw RequestHead.refused(Status.BAD_REQUEST, "the path is not UTF-8");
        }
    }

    private static byte octet(String path, int percent) {
        int high = percent + 2 < path.length() ? Character.digit(path.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < path.length() ? Character.digit(path.charAt(percent + 2), 16) : -1;
        int octet = high * 16 + low;
        if (high < 0 || low < 0) {
            throw RequestHead.refused(
                    Status.BAD_REQUEST, "a percent sign in the path is not followed by two hex digits");
        }
        if (octet < ' ' || octet == 127) {
            throw RequestHead.refused(Status.BAD_REQUEST, "a control character in the path");
        }
        return (byte) octet;
    }
}
