package nuages.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuages.message.MessageFormat.Parsed;
import nuages.session.Session;
import nuages.session.SessionKey;
import nuages.web.http.Cookie;
import nuages.web.http.Json;
import nuages.web.http.Key;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.signing.BadSignature;
import nuages.web.signing.Signing;
import nuages.web.signing.TimestampSigner;
import org.jspecify.annotations.Nullable;

/**
 * The messages of whoever sent a request: those that wait, and those that the view adds. They are in a cookie as far as they
 * fit, the others in the session; without sessions, the oldest give way. One thread at a time uses it.
 *
 * <p>Cookie and session are those of Django's {@code FallbackStorage}.
 */
final class PendingMessages {
    static final Key<PendingMessages> KEY = Key.of("messages");

    /** Half of what browsers keep of a cookie, so that others have room in the headers too. */
    private static final int LONGEST = 2048;

    private static final String SALT = "django.contrib.messages";
    private static final SessionKey<String> IN_SESSION = SessionKey.of("_messages", String.class);

    private final MessageSettings settings;
    private final Request request;
    private final List<Message> added = new ArrayList<>();
    private @Nullable List<Message> waiting;
    private boolean some;
    private boolean inSession;
    private boolean read;

    PendingMessages(MessageSettings settings, Request request) {
        this.settings = settings;
        this.request = request;
    }

    void add(Message message) {
        if (!message.text().isEmpty() && message.level().compareTo(settings.level()) >= 0) {
            some = true;
            added.add(message);
        }
    }

    /** All there are; they count as told. */
    List<Message> read() {
        read = true;
        var all = waiting();
        all.addAll(added);
        added.clear();
        return List.copyOf(all);
    }

    /** Keeps what was not told. */
    Response keep(Response response) {
        if (!read && !some) {
            return response;
        }
        var left = new ArrayList<Message>();
        if (!read) {
            left.addAll(waiting());
        }
        left.addAll(added);
        Response varying = response.with(response.headers().varying("Cookie"));
        return settings.inSession() ? keptInSession(left, varying) : kept(left, varying);
    }

    private Response kept(List<Message> all, Response response) {
        boolean sessions = Session.find(request).isPresent();
        var rest = new ArrayList<Message>();
        String encoded = encode(all, true);
        while (encoded.length() > LONGEST && !all.isEmpty()) {
            if (sessions) {
                rest.addFirst(all.removeLast());
            } else {
                all.removeFirst();
            }
            encoded = encode(all, rest.isEmpty());
        }
        keptInSession(rest, response);
        if (!all.isEmpty() || !rest.isEmpty()) {
            return response.with(cookie(encoded, null));
        }
        return request.cookie(settings.cookieName()).isPresent() ? response.with(cookie("", Duration.ZERO)) : response;
    }

    private Response keptInSession(List<Message> messages, Response response) {
        if (!messages.isEmpty()) {
            String json = new String(Json.ascii(MessageFormat.write(messages, true)), US_ASCII);
            Session.of(request).set(IN_SESSION, json);
        } else if (inSession) {
            Session.of(request).remove(IN_SESSION);
        }
        return response;
    }

    private List<Message> waiting() {
        if (waiting == null) {
            waiting = settings.inSession() ? ofSession() : load();
        }
        return waiting;
    }

    private List<Message> load() {
        Optional<Parsed> ofCookie = request.cookie(settings.cookieName()).flatMap(this::decode);
        var all = new ArrayList<Message>();
        ofCookie.ifPresent(it -> all.addAll(it.messages()));
        if (ofCookie.filter(it -> !it.complete()).isPresent()
                && Session.find(request).isPresent()) {
            all.addAll(ofSession());
        }
        return all;
    }

    private List<Message> ofSession() {
        var json = Session.of(request).get(IN_SESSION);
        inSession = json.isPresent();
        return new ArrayList<>(json.map(PendingMessages::parse).orElse(List.of()));
    }

    private static List<Message> parse(String json) {
        try {
            List<?> written = Json.parse(json.getBytes(UTF_8), List.class);
            return written == null ? List.of() : MessageFormat.parse(written).messages();
        } catch (IllegalArgumentException other) {
            return List.of();
        }
    }

    private Optional<Parsed> decode(String cookie) {
        try {
            return Optional.of(MessageFormat.parse(signer().loads(cookie, List.class)));
        } catch (BadSignature changed) {
            return Optional.empty();
        }
    }

    private String encode(List<Message> messages, boolean complete) {
        return signer().dumpsCompressed(MessageFormat.write(messages, complete));
    }

    private TimestampSigner signer() {
        return Signing.of(request).cookieSigner(SALT);
    }

    private Cookie cookie(String value, @Nullable Duration age) {
        return new Cookie(
                settings.cookieName(),
                value,
                "/",
                settings.cookieDomain().orElse(null),
                age,
                settings.cookieSecure() || request.secure(),
                true,
                settings.cookieSameSite());
    }
}
