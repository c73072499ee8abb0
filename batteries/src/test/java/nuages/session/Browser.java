package nuages.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.session.store.CookieStore;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.signing.Signing;
import org.jspecify.annotations.Nullable;

/** Visits views whose sessions are in its cookie; its time stands still until it is told. */
final class Browser {
    private static final String SECRET = "django-insecure-research-key-0123456789";

    final List<String> set = new ArrayList<>();
    private final Sessions sessions;
    private Instant now = Site.NOW;

    @Nullable
    String cookie;

    boolean secure;

    Browser(Consumer<SessionSettings.Change> settings) {
        sessions = new Sessions().in(new CookieStore()).with(settings);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Signing signing() {
        return Signing.keys(SECRET, List.of()).withClock(() -> now);
    }

    /** Has a view use the session, and keeps the cookie that is set. */
    void visit(Consumer<Session> view) throws Exception {
        var request = Request.builder(Method.GET, "/")
                .headers(cookie == null ? Headers.none() : Headers.of("Cookie", "sessionid=" + cookie))
                .secure(secure)
                .build()
                .with(Signing.KEY, signing());
        var middleware = sessions.withClock(() -> now).middleware().getFirst();
        var response = middleware.handle(request, inner -> {
            view.accept(Session.of(inner));
            return Response.text("ok");
        });
        set.clear();
        set.addAll(response.headers().all("Set-Cookie"));
        set.forEach(this::keep);
    }

    /** What the session remembers. */
    <T> Optional<T> get(SessionKey<T> key) throws Exception {
        var found = new ArrayList<Optional<T>>();
        visit(session -> found.add(session.get(key)));
        return found.getFirst();
    }

    private void keep(String header) {
        String value = header.substring("sessionid=".length(), header.indexOf(';'));
        cookie = value.isEmpty() ? null : value;
    }
}
