package nuages.session.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nuages.web.signing.Signing;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions. A visitor's cookie has an id, by which the store finds the values: text, numbers, booleans, lists, and
 * maps of these. Threads share it.
 *
 * <p>A store must never take an id that it did not give out itself: somebody else may have given it to the visitor.
 */
public interface SessionStore {
    /**
     * A session that was found.
     *
     * @param id what the visitor's cookie holds
     * @param values what it remembers
     * @param saved when it was saved last
     * @param expires from when on it is none, if the store knows; null if that follows from when it was saved
     * @param version changes whenever the session is saved
     */
    record Stored(
            String id,
            Map<String, Object> values,
            Instant saved,
            @Nullable Instant expires,
            String version) {}

    /**
     * What is to be remembered of a visitor.
     *
     * @param values what a session remembers
     * @param expires from when on it is none
     */
    record Content(Map<String, Object> values, Instant expires) {}

    /** The session with that id, which may be anything a client sends; empty if there is none. It may have expired. */
    Optional<Stored> load(String id, Signing signing);

    /** Keeps a new session, and gives it an id that nobody can guess. */
    String create(Content content, Signing signing);

    /**
     * Changes a session that may have been changed since it was loaded.
     *
     * @param change what becomes of the values that the session has now; it may be asked more than once
     * @return the id from now on; empty if the session was deleted meanwhile
     */
    Optional<String> update(Stored loaded, Function<Map<String, Object>, Content> change, Signing signing);

    /** Keeps a session under a new id from now on; the old one leads nowhere. */
    default String replace(Stored loaded, Content content, Signing signing) {
        String id = create(content, signing);
        delete(loaded.id());
        return id;
    }

    /** Forgets a session, if there is one. */
    void delete(String id);

    /** Forgets all sessions that have expired, and tells how many they were; zero if that needs no doing. */
    long clearExpired(Instant now);
}
