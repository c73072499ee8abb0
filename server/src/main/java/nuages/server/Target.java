package nuages.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nuages.web.http.Method;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a request line asks for (RFC 9112, 3.2): a path, or a whole URL whose path counts, or {@code *}.
 *
 * @param path decoded; it never has a control character
 * @param query as it was sent; null if there is none
 * @param host that of a whole URL, with its port; null where the target does not say it
 */
record Target(String path, @Nullable String query, @Nullable String host) {
    private static final List<String> SCHEMES = List.of("http://", "https://");

    static Target of(String target, Method method) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 127 || c == '#') {
                throw RequestHead.refused(Status.BAD_REQUEST, "a character in the target must be percent-encoded");
            }
        }
        if (target.startsWith("/") || (target.equals("*") && method == Method.OPTIONS)) {
            return of(target, (String) null);
        }
        int host = afterScheme(target);
        int end = host;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        if (end == host) {
            throw RequestHead.refused(Status.BAD_REQUEST, "the target has no host");
        }
        var origin = target.substring(end);
        return of(origin.startsWith("/") ? origin : "/" + origin, target.substring(host, end));
    }

    private static Target of(String origin, @Nullable String host) {
        int mark = origin.indexOf('?');
        return mark < 0
                ? new Target(decoded(origin), null, host)
                : new Target(decoded(origin.substring(0, mark)), origin.substring(mark + 1), host);
    }

    private static int afterScheme(String target) {
        for (var scheme : SCHEMES) {
            if (target.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        throw RequestHead.refused(Status.BAD_REQUEST, "the target must begin with a slash");
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
