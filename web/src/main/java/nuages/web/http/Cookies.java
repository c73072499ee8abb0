package nuages.web.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code Cookie} headers the way browsers send them (RFC 6265, section 5.4): what makes no sense is passed over. */
final class Cookies {
    private static final int LIMIT = 200;

    private Cookies() {}

    static Map<String, String> parse(List<String> headers) {
        if (headers.isEmpty()) {
            return Map.of();
        }
        var cookies = new LinkedHashMap<String, String>();
        for (String header : headers) {
            for (int from = 0; from < header.length() && cookies.size() < LIMIT; ) {
                int semicolon = header.indexOf(';', from);
                int to = semicolon < 0 ? header.length() : semicolon;
                add(cookies, header, from, to);
                from = to + 1;
            }
        }
        return Collections.unmodifiableMap(cookies);
    }

    /** The first of a name stays: browsers send the one with the longest path first. */
    private static void add(Map<String, String> cookies, String header, int from, int to) {
        int equals = header.indexOf('=', from);
        if (equals < 0 || equals >= to) {
            return;
        }
        String name = header.substring(from, equals).strip();
        if (!name.isEmpty()) {
            cookies.putIfAbsent(name, unquoted(header.substring(equals + 1, to).strip()));
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
