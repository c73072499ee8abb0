package nuages.message;

import java.util.Optional;
import java.util.function.Consumer;
import nuages.web.http.Cookie.SameSite;

/**
 * Which messages are kept, and where. Immutable.
 *
 * @param level the lowest level that is kept (default {@code INFO})
 * @param inSession whether they are kept in the session alone, and not in a cookie as far as they fit (default false)
 * @param cookieName the cookie that holds them (default {@code messages})
 * @param cookieDomain the domain that shares it with all below it (default none: this host alone)
 * @param cookieSecure whether it is sent over TLS only, even if the request that made it came without (default false)
 * @param cookieSameSite which requests from other sites carry it (default {@code LAX})
 */
public record MessageSettings(
        Level level,
        boolean inSession,
        String cookieName,
        Optional<String> cookieDomain,
        boolean cookieSecure,
        SameSite cookieSameSite) {

    /** What holds when nothing is set: as Django has it. */
    public static MessageSettings standard() {
        return new MessageSettings(Level.INFO, false, "messages", Optional.empty(), false, SameSite.LAX);
    }

    /** These settings, changed. */
    public MessageSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.settings();
    }

    /** Settings in the making: each field is a setting of {@link MessageSettings}. */
    public static final class Change {
        public Level level;
        public boolean inSession;
        public String cookieName;
        public Optional<String> cookieDomain;
        public boolean cookieSecure;
        public SameSite cookieSameSite;

        private Change(MessageSettings from) {
            this.level = from.level;
            this.inSession = from.inSession;
            this.cookieName = from.cookieName;
            this.cookieDomain = from.cookieDomain;
            this.cookieSecure = from.cookieSecure;
            this.cookieSameSite = from.cookieSameSite;
        }

        private MessageSettings settings() {
            return new MessageSettings(level, inSession, cookieName, cookieDomain, cookieSecure, cookieSameSite);
        }
    }
}
