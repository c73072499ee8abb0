package nuages.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;

/**
 * How a site insists on TLS, once it does; see {@link Settings#https}. Immutable.
 *
 * @param redirect whether who comes without TLS is sent to the same URL with it (default true)
 * @param host the host to send them to, with a port if it is not the usual one (default none: the one they asked for)
 * @param exempt paths that are answered without TLS too: {@code /ping}, or {@code /.well-known/} and all below it (default
 *     none)
 * @param strictTransport for how long browsers shall not speak to this host without TLS, renewed with each answer (default
 *     1 hour; none: they are not told). There is no way back until it has passed, so raise it step by step, to a year
 * @param subdomains whether that holds for all hosts below this one too (default false)
 * @param preload whether browsers may be delivered with it, see hstspreload.org (default false)
 */
public record HttpsSettings(
        boolean redirect,
        Optional<String> host,
        List<String> exempt,
        Optional<Duration> strictTransport,
        boolean subdomains,
        boolean preload) {

    public HttpsSettings {
        exempt = List.copyOf(exempt);
        if (strictTransport.filter(Duration::isNegative).isPresent()) {
            throw new SettingsException("https.strictTransport is " + strictTransport.get()
                    + ": it cannot be negative, for example Optional.of(Duration.ofDays(365))");
        }
        for (String path : exempt) {
            if (!path.startsWith("/")) {
                throw new SettingsException(
                        "https.exempt has \"" + path + "\": a path begins with a slash, for example /ping");
            }
        }
    }

    /** What holds when a site insists on TLS and says no more. */
    public static HttpsSettings standard() {
        return new HttpsSettings(true, Optional.empty(), List.of(), Optional.of(Duration.ofHours(1)), false, false);
    }

    /** These settings, changed. */
    public HttpsSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.settings();
    }

    /** Settings in the making: each field is a setting of {@link HttpsSettings}. */
    public static final class Change {
        public boolean redirect;
        public Optional<String> host;
        public List<String> exempt;
        public Optional<Duration> strictTransport;
        public boolean subdomains;
        public boolean preload;

        private Change(HttpsSettings from) {
            this.redirect = from.redirect;
            this.host = from.host;
            this.exempt = from.exempt;
            this.strictTransport = from.strictTransport;
            this.subdomains = from.subdomains;
            this.preload = from.preload;
        }

        private HttpsSettings settings() {
            return new HttpsSettings(redirect, host, exempt, strictTransport, subdomains, preload);
        }
    }
}
