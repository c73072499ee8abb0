package nuages.web.http;

import java.util.List;
import java.util.Locale;

/** What a client can decompress, as {@code Accept-Encoding} tells it (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /** Whether a coding is named, or everything is, with a weight above zero. */
    static boolean accepts(List<String> headers, String wanted) {
        boolean any = false;
        for (String header : headers) {
            for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
                int semicolon = each.indexOf(';');
                String coding = (semicolon < 0 ? each : each.substring(0, semicolon)).strip();
                boolean taken = semicolon < 0 || !isZero(each.substring(semicolon + 1));
                if (coding.equals(wanted) || coding.equals("x-" + wanted)) {
                    return taken;
                }
                any |= coding.equals("*") && taken;
            }
        }
        return any;
    }

    /** Whether a parameter is a weight of nothing: {@code q=0}, {@code q=0.000}. */
    private static boolean isZero(String parameter) {
        String text = parameter.strip();
        return text.startsWith("q=")
                && text.length() > 2
                && text.substring(2).chars().allMatch(c -> c == '0' || c == '.');
    }
}
