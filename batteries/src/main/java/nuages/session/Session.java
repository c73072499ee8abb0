package nuages.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuages.session.store.SessionStore;
import nuages.session.store.SessionStore.Content;
import nuages.session.store.SessionStore.Stored;
import nuages.web.http.Cookie;
import nuages.web.http.Key;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.signing.Signing;
import org.jspecify.annotations.Nullable;

/**
 * What the site remembers of the visitor who sent a request. It is loaded when it is first asked for something, and saved
 * after the view if something in it has changed; a view that does not ask touches no database and sets no cookie. If the
 * view fails, or answers with 500 or more, nothing is saved; what it throws as an answer of less than 500, such as {@code
 * NotFound}, is an answer like others. One thread at a time uses it.
 *
 * <p>Values that are read are copies: what is changed in them is kept only by {@link #set}. Of two requests at once that
 * change different values, both changes stay; of the same value, the later one.
 */
public final class Session {
    static final Key<Session> KEY = Key.of("session");

    private final SessionStore store;
    private final Expiry expiry;
    private final InstantSource clock;
    private final Request request;

    private @Nullable Values values;
    private @Nullable Stored stored;
    private @Nullable String flushed;
    private boolean cycled;
    private boolean answered;

    Session(SessionStore store, SessionSettings settings, InstantSource clock, Request request) {
        this.store = store;
        this.expiry = new Expiry(settings);
        this.clock = clock;
        this.request = request;
    }

    /**
     * The session of whoever sent this request.
     *
     * @throws IllegalStateException if the project has no sessions
     */
    public static Session of(Request request) {
        return find(request)
                .orElseThrow(
                        () -> new IllegalStateException("there is no session: add new Sessions() to the apps of the"
                                + " project, and hand on the request that the view was given"));
    }

    /** The session of whoever sent this request; empty if the project has no sessions. */
    public static Optional<Session> find(Request request) {
        return request.attribute(KEY);
    }

    /** What is remembered under that key. */
    public <T> Optional<T> get(SessionKey<T> key) {
        return key.read(values().get(key.name()));
    }

    /** Whether something is remembered under that key. */
    public boolean has(SessionKey<?> key) {
        return values().get(key.name()) != null;
    }

    /** The names of all that is remembered. */
    public Set<String> names() {
        return values().names();
    }

    /** Remembers a value. */
    public <T> void set(SessionKey<T> key, T value) {
        changing().set(key.name(), SessionKey.plain(value));
    }

    /** Forgets what is remembered under that key. */
    public void remove(SessionKey<?> key) {
        changing().remove(key.name());
    }

    /**
     * Gives the session another id and keeps what it remembers: to be called when the visitor gets more rights, so that an
     * id that somebody else has seen or planted is worth nothing.
     */
    public void cycleKey() {
        changing();
        cycled = true;
    }

    /** Forgets everything, the session itself too: to be called when the visitor logs out. */
    public void flush() {
        requireTime();
        flushed = cookie().orElse(null);
        stored = null;
        values = new Values(Map.of());
    }

    /** Lets this session end when it has not been saved for that long, whatever the settings say. */
    public void expireAfter(Duration age) {
        if (age.toSeconds() < 1) {
            throw new IllegalArgumentException(age + " is less than a second: to end a session, call flush()");
        }
        changing().set(Expiry.CUSTOM, SessionKey.plain(age.toSeconds()));
    }

    /** Lets this session end then, whatever the settings say. */
    public void expireAt(Instant time) {
        changing().set(Expiry.CUSTOM, Expiry.format(time));
    }

    /** Lets browsers forget this session when they are closed; if it has not been saved for long, it ends before. */
    public void expireWhenClosed() {
        changing().set(Expiry.CUSTOM, 0);
    }

    /** Lets this session end as the settings say. */
    public void expireAsUsual() {
        changing().remove(Expiry.CUSTOM);
    }

    /** When it ends if it is saved now. */
    public Instant expires() {
        return expiry.end(values().all(), clock.instant());
    }

    /** Keeps what has changed; the answer, which may set or take away the cookie. */
    Response save(Response response) {
        answered = true;
        if (values == null) {
            return response;
        }
        Response varying = response.with(response.headers().varying("Cookie"));
        return response.status().code() >= 500 ? varying : saved(values, varying);
    }

    private Response saved(Values all, Response response) {
        if (flushed != null) {
            store.delete(flushed);
        }
        Stored loaded = stored;
        if (loaded == null) {
            if (all.isEmpty()) {
                return cookie().isPresent() ? response.with(forget()) : response;
            }
            return response.with(remember(store.create(content(all), signing()), all));
        }
        if (cycled) {
            return response.with(remember(store.replace(loaded, content(all), signing()), all));
        }
        if (all.changed() || expiry.due(loaded.saved(), clock.instant())) {
            var id = store.update(loaded, latest -> content(new Values(all.mergedInto(latest))), signing());
            return response.with(remember(id.orElseThrow(SessionInterrupted::new), all));
        }
        return response;
    }

    private Content content(Values all) {
        Instant now = clock.instant();
        if (expiry.settings().absoluteAge().isPresent() && (cycled || all.get(Expiry.BEGUN) == null)) {
            all.set(Expiry.BEGUN, SessionKey.plain(now.getEpochSecond()));
        }
        return new Content(all.all(), expiry.end(all.all(), now));
    }

    private Values changing() {
        requireTime();
        return values();
    }

    private void requireTime() {
        if (answered) {
            throw late();
        }
    }

    private Values values() {
        if (values == null) {
            if (answered) {
                throw late();
            }
            stored = cookie().flatMap(id -> store.load(id, signing()))
                    .filter(this::alive)
                    .orElse(null);
            values = new Values(stored == null ? Map.of() : stored.values());
        }
        return values;
    }

    private boolean alive(Stored found) {
        Instant end = found.expires() == null ? expiry.end(found.values(), found.saved()) : found.expires();
        return end.isAfter(clock.instant());
    }

    private static IllegalStateException late() {
        return new IllegalStateException(
                "the session was asked for when the answer's headers had been made: read and change"
                        + " it in the view, before the body is streamed");
    }

    private Optional<String> cookie() {
        return request.cookie(expiry.settings().cookieName());
    }

    private Cookie remember(String id, Values all) {
        return cookie(id, expiry.cookieAge(all.all(), clock.instant()));
    }

    private Cookie forget() {
        return cookie("", Duration.ZERO);
    }

    private Cookie cookie(String value, @Nullable Duration age) {
        SessionSettings settings = expiry.settings();
        return new Cookie(
                settings.cookieName(),
                value,
                settings.cookiePath(),
                settings.cookieDomain().orElse(null),
                age,
                settings.cookieSecure() || request.secure(),
                true,
                settings.cookieSameSite());
    }

    private Signing signing() {
        return Signing.of(request);
    }
}
