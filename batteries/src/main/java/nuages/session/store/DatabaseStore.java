package nuages.session.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nuages.data.connection.Work;
import nuages.web.signing.BadSignature;
import nuages.web.signing.Signing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps sessions in the table {@code django_session} of the default database: one query when a session is first looked at,
 * one statement when it has changed. Of two requests that change the same session at once, neither undoes what the other
 * one did to other values.
 *
 * <p>Django's {@code db} and {@code cached_db} read and write the same rows.
 */
public final class DatabaseStore implements SessionStore {
    private static final Logger SECURITY = LoggerFactory.getLogger("nuages.security.session");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;

    private final Encoding encoding = new Encoding("django.contrib.sessions.SessionStore");
    private final SecureRandom random = new SecureRandom();

    @Override
    public Optional<Stored> load(String id, Signing signing) {
        return isKey(id) ? Session.objects.find(id).flatMap(row -> stored(row, signing)) : Optional.empty();
    }

    @Override
    public String create(Content content, Signing signing) {
        return Session.objects.create(row -> {
                    row.sessionKey = newKey();
                    row.sessionData = encoding.encode(content.values(), signing);
                    row.expireDate = content.expires();
                })
                .sessionKey;
    }

    /** Without a transaction if nobody else has changed it; else with the row locked, so that it takes two tries at most. */
    @Override
    public Optional<String> update(Stored loaded, Function<Map<String, Object>, Content> change, Signing signing) {
        return write(loaded, change, signing)
                ? Optional.of(loaded.id())
                : Work.atomic(() -> Session.objects
                        .lock()
                        .find(loaded.id())
                        .flatMap(row -> stored(row, signing))
                        .filter(now -> write(now, change, signing))
                        .map(Stored::id));
    }

    @Override
    public String replace(Stored loaded, Content content, Signing signing) {
        return Work.atomic(() -> SessionStore.super.replace(loaded, content, signing));
    }

    @Override
    public void delete(String id) {
        if (isKey(id)) {
            Session.objects.filter(Session_.sessionKey.is(id)).delete();
        }
    }

    @Override
    public long clearExpired(Instant now) {
        return Session.objects.filter(Session_.expireDate.before(now)).delete().total();
    }

    /** Whether the row was still as it was loaded. */
    private boolean write(Stored loaded, Function<Map<String, Object>, Content> change, Signing signing) {
        Content content = change.apply(loaded.values());
        return Session.objects
                        .filter(Session_.sessionKey.is(loaded.id()), Session_.sessionData.is(loaded.version()))
                        .update(
                                Session_.sessionData.to(encoding.encode(content.values(), signing)),
                                Session_.expireDate.to(content.expires()))
                == 1;
    }

    /** A row that was not signed with the site's key may be an attempt to break in. */
    private Optional<Stored> stored(Session row, Signing signing) {
        try {
            var decoded = encoding.decode(row.sessionData, signing);
            return Optional.of(
                    new Stored(row.sessionKey, decoded.values(), decoded.time(), row.expireDate, row.sessionData));
        } catch (BadSignature bad) {
            SECURITY.warn("a session in the database was not read: {}", bad.getMessage());
            return Optional.empty();
        }
    }

    private String newKey() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .map(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What is no key of ours or Django's is not worth a query. */
    private static boolean isKey(String id) {
        return id.length() >= SHORTEST && id.length() <= LONGEST && id.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }
}
