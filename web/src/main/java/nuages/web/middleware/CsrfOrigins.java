package nuages.web.middleware;

import java.util.List;
import java.util.Optional;
import nuages.web.http.Request;

/**
 * Finds out from what browsers tell whether a page of this site sent a request: from {@code Origin}, else from {@code
 * Sec-Fetch-Site}, else over TLS from {@code Referer}. Pages cannot change these; programs can, but have no visitor's
 * cookies.
 */
final class CsrfOrigins {
    private static final String FORGED = "so another site may have forged it; ";

    private final List<Origin> trusted;
    private final Optional<String> domain;

    CsrfOrigins(CsrfSettings settings) {
        this.trusted = settings.trustedOrigins().stream()
                .flatMap(each -> Origin.parse(each).stream())
                .toList();
        this.domain = settings.cookieDomain().map(name -> name.startsWith(".") ? name.substring(1) : name);
    }

    /** Throws {@link CsrfFailed} if another site sent it, or if it is likely. */
    void check(Request request) {
        Optional<String> origin = request.headers().first("Origin");
        if (origin.isPresent()) {
            checkOrigin(request, origin.get());
            return;
        }
        Optional<String> site = request.headers().first("Sec-Fetch-Site");
        if (site.isPresent()) {
            checkSite(site.get());
        } else if (request.secure()) {
            checkReferer(request, request.headers().first("Referer"));
        }
    }

    private void checkOrigin(Request request, String sent) {
        var own = new Origin(request.secure() ? "https" : "http", request.host(), true);
        Optional<Origin> origin = Origin.parse(sent).filter(Origin::isWhole);
        if (origin.isPresent()
                && (origin.get().equals(own) || trusted.stream().anyMatch(each -> each.covers(origin.get())))) {
            return;
        }
        throw new CsrfFailed("the request is from a page of " + sent + " and this site is " + own + ", " + FORGED
                + advice(sent, origin, own));
    }

    private static String advice(String sent, Optional<Origin> origin, Origin own) {
        if (sent.equals("null")) {
            return "browsers send null if the page's Referrer-Policy is no-referrer, or the page is in a sandbox";
        }
        if (origin.isPresent() && origin.get().host().equals(own.host())) {
            return "if a proxy speaks TLS for this site, name it: settings.trustedProxies(\"127.0.0.1\")";
        }
        return "if both are yours, trust it: settings.csrf(it -> it.trustedOrigins = List.of(\"" + sent + "\"))";
    }

    private static void checkSite(String site) {
        if (!site.equals("same-origin") && !site.equals("none")) {
            throw new CsrfFailed("Sec-Fetch-Site is " + site + " and there is no Origin, " + FORGED
                    + "send it from a page of this site");
        }
    }

    private void checkReferer(Request request, Optional<String> referer) {
        if (referer.isEmpty()) {
            throw new CsrfFailed("neither Origin nor Referer tells which page sent the request, " + FORGED
                    + "if a privacy setting removes them, allow them for this site");
        }
        Optional<Origin> origin = Origin.parse(referer.get());
        if (origin.isEmpty() || !origin.get().scheme().equals("https")) {
            throw new CsrfFailed("the Referer is " + referer.get() + " and this site speaks TLS, " + FORGED
                    + "send the form from a page at https://" + request.host());
        }
        String host = origin.get().host();
        boolean ours = host.equals(request.host())
                || domain.filter(name -> Origin.within(name, host)).isPresent();
        if (!ours && trusted.stream().noneMatch(each -> each.coversHost(host))) {
            throw new CsrfFailed(
                    "the Referer is " + referer.get() + " and this site is https://" + request.host() + ", " + FORGED
                            + advice(origin.get().toString(), origin, new Origin("https", request.host(), true)));
        }
    }
}
