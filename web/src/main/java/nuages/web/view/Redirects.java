package nuages.web.view;

import java.util.Locale;
import java.util.Set;
import nuages.web.http.Request;

/** Where a visitor may be sent if the place comes from outside, such as {@code ?next=/polls/}: nowhere but to this site. */
public final class Redirects {
    private Redirects() {}

    /**
     * A place that a visitor asked to be sent to, if it is on this site; else another.
     *
     * <pre>{@code
     * return redirect(Redirects.safe(request.form().value("next").orElse(""), request, PollUrls.index.url()));
     * }</pre>
     *
     * @param target a path or a URL, from wherever; empty counts as none
     * @param otherwise where else to go; it is not looked at
     */
    public static String safe(String target, Request request, String otherwise) {
        return isSafe(target, request) ? target.strip() : otherwise;
    }

    /**
     * Whether a path or URL leads to the host that the request is for, or to one of those others; over TLS, if the request
     * came so. What browsers might read in another way than servers do is not safe.
     */
    public static boolean isSafe(String target, Request request, String... others) {
        String place = target.strip();
        if (place.isEmpty() || !place.chars().allMatch(Redirects::isVisible)) {
            return false;
        }
        if (place.startsWith("/")) {
            return !place.startsWith("//") || isOurs(place.substring(2), request, others);
        }
        int end = end(place);
        int colon = place.indexOf(':');
        if (colon < 0 || colon > end) {
            return true; // relative to the page, and stays on its host
        }
        String scheme = place.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean allowed = scheme.equals("https") || (scheme.equals("http") && !request.secure());
        return allowed && place.startsWith("//", colon + 1) && isOurs(place.substring(colon + 3), request, others);
    }

    /** Browsers take a backslash for a slash, and leave out line ends and tabs wherever they stand. */
    private static boolean isVisible(int c) {
        return c > ' ' && c != '\\' && !Character.isISOControl(c) && !Character.isWhitespace(c);
    }

    private static boolean isOurs(String fromHost, Request request, String... others) {
        String host = fromHost.substring(0, end(fromHost)).toLowerCase(Locale.ROOT);
        return host.equals(request.host()) || Set.of(others).contains(host);
    }

    /** Where a path, a query or a fragment begins. */
    private static int end(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("/?#".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
