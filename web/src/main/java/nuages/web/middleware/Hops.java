package nuages.web.middleware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nuages.web.http.Headers;

/**
 * What the proxies on a request's way have written down, the one nearest to us last in each list.
 *
 * @param clients whom each was asked by
 * @param schemes by which scheme each was asked; may be shorter
 * @param hosts for which host each was asked; may be shorter
 */
record Hops(List<String> clients, List<String> schemes, List<String> hosts) {
    /** From {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
    static Hops ofCustom(Headers headers) {
        return new Hops(
                listed(headers, "X-Forwarded-For"),
                listed(headers, "X-Forwarded-Proto"),
                listed(headers, "X-Forwarded-Host"));
    }

    private static List<String> listed(Headers headers, String name) {
        List<String> sent = headers.all(name);
        if (sent.isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<String>(2);
        for (String header : sent) {
            for (String item : header.split(",", -1)) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** From {@code Forwarded} (RFC 7239); what a proxy does not tell is an empty text. */
    static Hops ofStandard(Headers headers) {
        var hops = new Hops(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String header : headers.all("Forwarded")) {
            for (String element : split(header, ',')) {
                hops.add(element);
            }
        }
        return hops;
    }

    private void add(String element) {
        String client = "";
        String scheme = "";
        String host = "";
        for (String pair : split(element, ';')) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : unquoted(pair.substring(equals + 1).strip());
            switch (equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                case "for" -> client = value;
                case "proto" -> scheme = value;
                case "host" -> host = value;
                default -> {}
            }
        }
        clients.add(client);
        schemes.add(scheme);
        hosts.add(host);
    }

    /** Splits where a separator stands outside of quotes. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>(2);
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\", "") : value;
    }

    /** What the proxy so many hops away wrote; a list that is shorter was written by fewer of them. */
    static String at(List<String> list, int hops) {
        int size = list.size();
        return size == 0 ? "" : list.get(Math.max(0, size - Math.max(1, hops)));
    }
}
