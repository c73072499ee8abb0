package nuages.web.middleware;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a page is from.
 *
 * @param scheme such as {@code https}, in lower case
 * @param host a name or address and perhaps a port, in lower case; in a setting it may begin with {@code *.}
 * @param isWhole whether nothing stands behind the host
 */
record Origin(String scheme, String host, boolean isWhole) {
    /** The origin of a URL; empty for {@code null}, which browsers send for what has none, and for what is no URL. */
    static Optional<Origin> parse(String url) {
        int colon = url.indexOf("://");
        if (colon <= 0) {
            return Optional.empty();
        }
        int from = colon + 3;
        int to = from;
        while (to < url.length() && "/?#\\".indexOf(url.charAt(to)) < 0) {
            if (url.charAt(to) <= ' ' || url.charAt(to) == '@') {
                return Optional.empty();
            }
            to++;
        }
        return to == from
                ? Optional.empty()
                : Optional.of(new Origin(
                        url.substring(0, colon).toLowerCase(Locale.ROOT),
                        url.substring(from, to).toLowerCase(Locale.ROOT),
                        to == url.length()));
    }

    /** Whether this one, taken from a setting, stands for another. */
    boolean covers(Origin other) {
        return scheme.equals(other.scheme) && coversHost(other.host);
    }

    /** Whether this one, taken from a setting, stands for that host, whatever the scheme. */
    boolean coversHost(String other) {
        return host.startsWith("*.") ? within(host.substring(2), other) : host.equals(other);
    }

    /** Whether a host is a domain or below it. */
    static boolean within(String domain, String host) {
        return host.equals(domain) || (host.endsWith(domain) && host.endsWith("." + domain));
    }

    @Override
    public String toString() {
        return scheme + "://" + host;
    }
}
