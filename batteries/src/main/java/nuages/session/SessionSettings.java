package nuages.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;
import nuages.web.http.Cookie.SameSite;

/**
 * How long sessions live, and their cookie. Immutable.
 *
 * @param maxAge how long a session lives after it was saved last (default 14 days)
 * @param renewAfter a session that is looked at is also saved when it was saved longer ago than that, so that {@code
 *     maxAge} counts from when the visitor was there last; zero is each time (default none: it is saved when it changes)
 * @param absoluteAge how long a session lives however often it is saved, counted from its beginning or from the last {@link
 *     Session#cycleKey()} (default none)
 * @param untilClosed whether browsers forget it when they are closed (default false)
 * @param cookieName the cookie that holds the session's id (default {@code sessionid})
 * @param cookiePath where browsers send it (default {@code /}, everywhere)
 * @param cookieDomain the domain that shares it with all below it (default none: this host alone)
 * @param cookieSecure whether it is sent over TLS only, even if the request that made it came without (default false: a
 *     cookie made over TLS is sent over TLS only)
 * @param cookieSameSite which requests from other sites carry it (default {@code LAX})
 */
public record SessionSettings(
        Duration maxAge,
        Optional<Duration> renewAfter,
        Optional<Duration> absoluteAge,
        boolean untilClosed,
        String cookieName,
        String cookiePath,
        Optional<String> cookieDomain,
        boolean cookieSecure,
        SameSite cookieSameSite) {

    public SessionSettings {
        requirePositive("maxAge", maxAge);
        absoluteAge.ifPresent(it -> requirePositive("absoluteAge", it));
        if (renewAfter.filter(Duration::isNegative).isPresent()) {
            throw new SettingsException("sessions.renewAfter is " + renewAfter.get()
                    + ": it is a time, or none, for example sessions.renewAfter=Optional.of(Duration.ofHours(1))");
        }
    }

    /** What holds when nothing is set: as Django has it. */
    public static SessionSettings standard() {
        return new SessionSettings(
                Duration.ofDays(14),
                Optional.empty(),
                Optional.empty(),
                false,
                "sessionid",
                "/",
                Optional.empty(),
                false,
                SameSite.LAX);
    }

    /** These settings, changed. */
    public SessionSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.settings();
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.toSeconds() < 1) {
            throw new SettingsException("sessions." + name + " is " + duration
                    + ": sessions live a second or longer, for example sessions." + name + "=Duration.ofDays(14)");
        }
    }

    /** Settings in the making: each field is a setting of {@link SessionSettings}. */
    public static final class Change {
        public Duration maxAge;
        public Optional<Duration> renewAfter;
        public Optional<Duration> absoluteAge;
        public boolean untilClosed;
        public String cookieName;
        public String cookiePath;
        public Optional<String> cookieDomain;
        public boolean cookieSecure;
        public SameSite cookieSameSite;

        private Change(SessionSettings from) {
            this.maxAge = from.maxAge;
            this.renewAfter = from.renewAfter;
            this.absoluteAge = from.absoluteAge;
            this.untilClosed = from.untilClosed;
            this.cookieName = from.cookieName;
            this.cookiePath = from.cookiePath;
            this.cookieDomain = from.cookieDomain;
            this.cookieSecure = from.cookieSecure;
            this.cookieSameSite = from.cookieSameSite;
        }

        private SessionSettings settings() {
            return new SessionSettings(
                    maxAge,
                    renewAfter,
                    absoluteAge,
                    untilClosed,
                    cookieName,
                    cookiePath,
                    cookieDomain,
                    cookieSecure,
                    cookieSameSite);
        }
    }
}
