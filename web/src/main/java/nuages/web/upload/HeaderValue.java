package nuages.web.upload;

import java.util.Locale;
import java.util.Optional;

/** A header's value with parameters: {@code form-data; name="a"; filename="b.txt"}. */
final class HeaderValue {
    private HeaderValue() {}

    /** What stands in front of the parameters, in lower case. */
    static String essence(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** A parameter, without its quotes; the first one of that name. */
    static Optional<String> parameter(String value, String name) {
        int at = value.indexOf(';');
        while (at >= 0 && at < value.length()) {
            int from = skipSpace(value, at + 1);
            int equals = from;
            while (equals < value.length() && value.charAt(equals) != '=' && value.charAt(equals) != ';') {
                equals++;
            }
            if (equals == value.length() || value.charAt(equals) == ';') {
                at = equals == value.length() ? -1 : equals;
                continue;
            }
            int start = skipSpace(value, equals + 1);
            boolean quoted = start < value.length() && value.charAt(start) == '"';
            int end = quoted ? closingQuote(value, start + 1) : next(value, start);
            if (value.substring(from, equals).strip().equalsIgnoreCase(name)) {
                return Optional.of(
                        quoted
                                ? unquoted(value, start + 1, end)
                                : value.substring(start, end).strip());
            }
            at = next(value, quoted ? Math.min(end + 1, value.length()) : end);
        }
        return Optional.empty();
    }

    private static int skipSpace(String value, int from) {
        int at = from;
        while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int next(String value, int from) {
        int semicolon = value.indexOf(';', from);
        return semicolon < 0 ? value.length() : semicolon;
    }

    private static int closingQuote(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) == '"') {
                return i;
            }
            if (escapes(value, i)) {
                i++;
            }
        }
        return value.length();
    }

    /** A backslash in front of anything but a quote or a backslash is one: old browsers send paths. */
    private static boolean escapes(String value, int at) {
        return value.charAt(at) == '\\'
                && at + 1 < value.length()
                && (value.charAt(at + 1) == '"' || value.charAt(at + 1) == '\\');
    }

    private static String unquoted(String value, int from, int to) {
        var text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (escapes(value, i)) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** Browsers write a quote and the ends of lines as escapes, and nothing else (HTML, "multipart/form-data encoding"). */
    static String unescaped(String sent) {
        return sent.indexOf('%') < 0
                ? sent
                : sent.replace("%22", "\"")
                        .replace("%0D", "\r")
                        .replace("%0A", "\n")
                        .replace("%0d", "\r")
                        .replace("%0a", "\n");
    }
}
