package nuages.session.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nuages.web.signing.BadSignature;
import nuages.web.signing.Signing;

/**
 * Keeps sessions in the visitors' cookies, signed: no database is needed. A visitor can read what is in it, and can put an
 * old cookie back, so that a session cannot be ended for good before it expires, and nothing in it can be counted down. Of
 * two requests that change it at once, the answer that arrives last holds.
 *
 * <p>The format is that of Django's {@code signed_cookies}.
 */
public final class CookieStore implements SessionStore {
    /** Browsers keep cookies of 4096 bytes with their names and attributes. */
    private static final int LONGEST = 3900;

    private final Encoding encoding = new Encoding("django.contrib.sessions.backends.signed_cookies");

    @Override
    public Optional<Stored> load(String id, Signing signing) {
        try {
            var decoded = encoding.decode(id, signing);
            return Optional.of(new Stored(id, decoded.values(), decoded.time(), null, id));
        } catch (BadSignature changed) {
            return Optional.empty();
        }
    }

    /**
     * The session itself, as text.
     *
     * @throws IllegalStateException if it is too long for a cookie
     */
    @Override
    public String create(Content content, Signing signing) {
        String cookie = encoding.encode(content.values(), signing);
        if (cookie.length() > LONGEST) {
            throw new IllegalStateException("the session takes " + cookie.length()
                    + " characters of a cookie, and browsers"
                    + " drop cookies of more than " + LONGEST + ": remember less, or keep sessions in the database with"
                    + " new Sessions()");
        }
        return cookie;
    }

    @Override
    public Optional<String> update(Stored loaded, Function<Map<String, Object>, Content> change, Signing signing) {
        return Optional.of(create(change.apply(loaded.values()), signing));
    }

    /** Does nothing: the browser is told to forget its cookie. */
    @Override
    public void delete(String id) {}

    /** Does nothing: cookies end by themselves. */
    @Override
    public long clearExpired(Instant now) {
        return 0;
    }
}
