package nuages.web.middleware;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;

/**
 * How forged requests are told from others. Immutable.
 *
 * @param cookieName the cookie that holds the secret (default {@code csrftoken})
 * @param cookiePath where browsers send it (default {@code /}, everywhere)
 * @param cookieDomain the domain that shares it with all below it (default none: this host alone)
 * @param cookieAge how long it lives (default 52 weeks)
 * @param cookieSecure whether it is sent over TLS only, even if the request that made it came without (default false: a
 *     cookie made over TLS is sent over TLS only)
 * @param trustedOrigins other sites whose pages may send forms here: {@code https://pay.example.org}, or with all below
 *     it {@code https://*.example.org} (default none)
 * @param exempt paths whose requests are not checked, for callers that have no cookies: {@code /hooks/} and all below it,
 *     or {@code /ping} alone; or routes, by their patterns: {@code HookUrls.paid.pattern()}, as {@code /hooks/{shop}/paid/}
 *     is one, where a name in braces stands for anything within its segment, and nothing below is meant; a route that takes
 *     the rest of a path is not exempted so (default none)
 */
public record CsrfSettings(
        String cookieName,
        String cookiePath,
        Optional<String> cookieDomain,
        Duration cookieAge,
        boolean cookieSecure,
        List<String> trustedOrigins,
        List<String> exempt) {

    public CsrfSettings {
        trustedOrigins = List.copyOf(trustedOrigins);
        exempt = List.copyOf(exempt);
        for (String origin : trustedOrigins) {
            if (Origin.parse(origin).filter(Origin::isWhole).isEmpty()) {
                throw new SettingsException(
                        "csrf.trustedOrigins has \"" + origin + "\": an origin is a scheme and a host,"
                                + " and a port if it is not the usual one, for example https://pay.example.org or"
                                + " https://*.example.org");
            }
        }
        for (String path : exempt) {
            if (!path.startsWith("/")) {
                throw new SettingsException(
                        "csrf.exempt has \"" + path + "\": a path begins with a slash, for example /hooks/");
            }
        }
        if (cookieAge.isNegative() || cookieAge.isZero()) {
            throw new SettingsException("csrf.cookieAge is " + cookieAge
                    + ": a cookie must live for some time, for example csrf.cookieAge=Duration.ofDays(364)");
        }
    }

    /** What holds when nothing is set: as Django has it. */
    public static CsrfSettings standard() {
        return new CsrfSettings("csrftoken", "/", Optional.empty(), Duration.ofDays(364), false, List.of(), List.of());
    }

    /** These settings, changed. */
    public CsrfSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.settings();
    }

    /** Settings in the making: each field is a setting of {@link CsrfSettings}. */
    public static final class Change {
        public String cookieName;
        public String cookiePath;
        public Optional<String> cookieDomain;
        public Duration cookieAge;
        public boolean cookieSecure;
        public List<String> trustedOrigins;
        public List<String> exempt;

        private Change(CsrfSettings from) {
            this.cookieName = from.cookieName;
            this.cookiePath = from.cookiePath;
            this.cookieDomain = from.cookieDomain;
            this.cookieAge = from.cookieAge;
            this.cookieSecure = from.cookieSecure;
            this.trustedOrigins = from.trustedOrigins;
            this.exempt = from.exempt;
        }

        private CsrfSettings settings() {
            return new CsrfSettings(
                    cookieName, cookiePath, cookieDomain, cookieAge, cookieSecure, trustedOrigins, exempt);
        }
    }
}
