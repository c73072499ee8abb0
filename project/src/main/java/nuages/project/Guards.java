package nuages.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuages.server.ServerSettings;
import nuages.web.http.Middleware;
import nuages.web.middleware.AllowedHosts;
import nuages.web.middleware.Compression;
import nuages.web.middleware.ConditionalGet;
import nuages.web.middleware.ContentSecurityPolicy;
import nuages.web.middleware.Csrf;
import nuages.web.middleware.CsrfSettings;
import nuages.web.middleware.CsrfStore;
import nuages.web.middleware.HttpsRedirect;
import nuages.web.middleware.RequestId;
import nuages.web.middleware.SecurityHeaders;
import nuages.web.middleware.TrustedProxies;
import org.jspecify.annotations.Nullable;

/** The middleware that every site has unless it says otherwise, in the making. One thread uses it. */
final class Guards {
    private static final String HOSTS = "NUAGES_ALLOWED_HOSTS";
    private static final String PROXIES = "NUAGES_TRUSTED_PROXIES";
    private static final String HTTPS = "NUAGES_HTTPS";
    private static final Duration LASTING = Duration.ofDays(30);

    final List<String> hosts = new ArrayList<>();
    final Set<Class<? extends Middleware>> without = new HashSet<>();
    final List<String> proxyAddresses = new ArrayList<>();
    TrustedProxies proxies = TrustedProxies.of();
    ContentSecurityPolicy policy = ContentSecurityPolicy.strict();
    HttpsSettings https = HttpsSettings.standard();
    boolean insistsOnTls;
    CsrfSettings csrf = CsrfSettings.standard();

    @Nullable
    CsrfStore csrfStore;

    /**
     * What the environment makes of these.
     *
     * @param debug if so, requests for this machine's own names are answered too, and TLS is not insisted on: a browser
     *     would then refuse everything else at {@code localhost}
     * @param server where the site listens
     */
    record Read(List<String> hosts, List<String> proxies, boolean https, boolean debug, ServerSettings server) {}

    Read read(Environment environment, boolean debug, ServerSettings server) {
        return new Read(
                list(environment, HOSTS, hosts, "example.org,.example.net"),
                list(environment, PROXIES, proxyAddresses, "127.0.0.1,10.0.0.0/8"),
                environment
                        .read(setting(HTTPS, String.valueOf(insistsOnTls), insistsOnTls), Reader.flag())
                        .orElse(insistsOnTls),
                debug,
                server);
    }

    private static List<String> list(Environment environment, String name, List<String> code, String example) {
        return environment
                .read(setting(name, String.join(",", code), !code.isEmpty()), Reader.list(example))
                .orElse(List.of());
    }

    private static Setting setting(String name, String value, boolean set) {
        return new Setting(name, value, set ? "the code" : Setting.STANDARD);
    }

    /** The middleware, but for what is there already: whoever brings one of a class has it in the place of ours. */
    List<Middleware> middleware(Read read, List<Middleware> there, Problems problems) {
        var all = new ArrayList<Middleware>();
        if (!read.proxies.isEmpty()) {
            all.add(problems.attempt(PROXIES, proxies, it -> it.at(read.proxies)));
        }
        all.add(RequestId.usual());
        all.add(headers(read));
        all.add(policy);
        all.add(problems.attempt(HOSTS, AllowedHosts.of("*"), any -> AllowedHosts.of(allowed(read))));
        if (read.https && https.redirect() && !read.debug) {
            var redirect = https.host().map(HttpsRedirect.usual()::to).orElse(HttpsRedirect.usual());
            for (String path : https.exempt()) {
                redirect = redirect.except(path);
            }
            all.add(redirect);
        }
        all.add(Compression.usual());
        all.add(ConditionalGet.usual());
        all.add(csrfStore == null ? Csrf.of(csrf) : Csrf.of(csrf, csrfStore));
        all.removeIf(each -> without.contains(each.getClass())
                || there.stream().anyMatch(other -> other.getClass() == each.getClass()));
        return all;
    }

    private SecurityHeaders headers(Read read) {
        var headers = SecurityHeaders.usual();
        return read.debug || !read.https || https.strictTransport().isEmpty()
                ? headers
                : headers.strictTransport(https.strictTransport().get(), https.subdomains(), https.preload());
    }

    /** The hosts that were named; this machine's own names too while developing, and as long as none were named. */
    private static List<String> allowed(Read read) {
        var allowed = new ArrayList<>(read.hosts);
        if (read.debug || read.hosts.isEmpty()) {
            allowed.addAll(AllowedHosts.local());
        }
        if (read.hosts.isEmpty() && !Deployment.everywhere(read.server.host())) {
            allowed.add(read.server.host().indexOf(':') < 0 ? read.server.host() : "[" + read.server.host() + "]");
        }
        return allowed;
    }

    /** What whoever starts the site should know. */
    List<String> reminders(Read read) {
        return read.hosts.isEmpty() && !Deployment.local(read.server.host())
                ? List.of("the site listens on " + read.server.host()
                        + " and answers only to localhost, as no hosts are allowed:" + " set " + HOSTS
                        + ", for example " + HOSTS + "=example.org")
                : List.of();
    }

    /** What is right while developing and wrong where strangers look, a sentence each. */
    List<String> warnings(Read read) {
        var all = new ArrayList<String>();
        if (read.hosts.isEmpty()) {
            all.add("no hosts are allowed: requests for anything but localhost are refused; set " + HOSTS
                    + ", for example " + HOSTS + "=example.org");
        }
        if (read.hosts.contains("*")) {
            all.add("all hosts are allowed: whoever sends a request chooses where links lead that are made with its"
                    + " host; name the site's hosts in " + HOSTS);
        }
        if (read.proxies.stream().anyMatch(it -> it.endsWith("/0"))) {
            all.add("everybody is a trusted proxy: whoever sends a request says where it is from; name your proxies'"
                    + " addresses in " + PROXIES);
        }
        transport(read).ifPresent(all::add);
        policy.weakness()
                .ifPresent(it -> all.add("the content security policy does not stop scripts that somebody smuggles"
                        + " into a page: " + it));
        if (csrf.exempt().contains("/")) {
            all.add("no request is checked for being forged, as csrf.exempt has /: name the paths whose callers have no"
                    + " cookies");
        }
        for (var left : without) {
            if (left != Compression.class && left != ConditionalGet.class && left != RequestId.class) {
                all.add(left.getSimpleName() + " is left out: nothing else does what it does; remove without("
                        + left.getSimpleName() + ".class), or see to it in front of the site");
            }
        }
        return all;
    }

    private Optional<String> transport(Read read) {
        if (!read.https) {
            return Optional.of("the site answers without TLS: others can read along, and change what they read;"
                    + " set " + HTTPS + "=true"
                    + (read.server.tls().isEmpty() ? ", and " + PROXIES + " to the proxy that speaks TLS for it" : ""));
        }
        if (!https.redirect()) {
            return Optional.of(
                    "who comes without TLS is answered without it: set https.redirect, or see to it in front of"
                            + " the site");
        }
        var told = https.strictTransport().orElse(Duration.ZERO);
        if (told.isZero()) {
            return Optional.of(
                    "browsers are not told to stay with TLS: set https.strictTransport, at first to an hour");
        }
        if (told.compareTo(LASTING) < 0) {
            return Optional.of("browsers stay with TLS for no longer than " + told.toSeconds()
                    + " seconds after a visit: when all works, raise"
                    + " https.strictTransport to 30 days, and later to a year");
        }
        return Optional.empty();
    }
}
