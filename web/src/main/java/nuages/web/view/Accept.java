package nuages.web.view;

import java.util.Locale;
import nuages.web.http.Headers;

/** What a client would rather read (RFC 9110, section 12.5.1), as far as an error page must know it. */
final class Accept {
    private Accept() {}

    /** Whether JSON suits it better than a page. Who says nothing gets a page, or JSON if that is what it has sent. */
    static boolean prefersJson(Headers headers) {
        int json = 0;
        int html = 0;
        for (String header : headers.all("Accept")) {
            for (int from = 0; from < header.length(); ) {
                int comma = header.indexOf(',', from);
                int to = comma < 0 ? header.length() : comma;
                String range = header.substring(from, to).strip().toLowerCase(Locale.ROOT);
                int semicolon = range.indexOf(';');
                String type =
                        semicolon < 0 ? range : range.substring(0, semicolon).strip();
                int weight = semicolon < 0 ? 1000 : weight(range, semicolon);
                json = Math.max(json, named(type, "application") ? weight : 0);
                html = Math.max(html, type.equals("text/html") || type.equals("application/xhtml+xml") ? weight : 0);
                from = to + 1;
            }
        }
        return json > html || (json + html == 0 && sendsJson(headers));
    }

    private static boolean sendsJson(Headers headers) {
        String sent = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int semicolon = sent.indexOf(';');
        return named((semicolon < 0 ? sent : sent.substring(0, semicolon)).strip(), "application");
    }

    private static boolean named(String type, String family) {
        return type.equals(family + "/json") || (type.startsWith(family + "/") && type.endsWith("+json"));
    }

    /** A quality in thousandths; what is not one counts as 1. */
    private static int weight(String range, int semicolon) {
        int from = range.indexOf("q=", semicolon);
        if (from < 0) {
            return 1000;
        }
        int semicolonAfter = range.indexOf(';', from);
        String number = range.substring(from + 2, semicolonAfter < 0 ? range.length() : semicolonAfter)
                .strip();
        try {
            return Math.clamp(Math.round(Float.parseFloat(number) * 1000), 0, 1000);
        } catch (NumberFormatException e) {
            return 1000;
        }
    }
}
