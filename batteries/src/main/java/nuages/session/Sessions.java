package nuages.session;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.model.KeyedModel;
import nuages.project.App;
import nuages.session.store.DatabaseStore;
import nuages.session.store.SessionStore;
import nuages.web.http.Middleware;
import org.jspecify.annotations.Nullable;

/**
 * Sessions for a project: {@code settings.apps(new Sessions())}. They need the project's secret key, and, unless they are
 * kept elsewhere, the table that the app's migration makes. Immutable.
 *
 * <p>Table, values, keys and cookie are those of Django's {@code django.contrib.sessions}, so both can serve one site.
 */
public final class Sessions implements App {
    private final SessionStore store;
    private final SessionSettings settings;
    /** Null if it is the site's. */
    private final @Nullable InstantSource clock;

    /** Sessions in the default database, with Django's settings. */
    public Sessions() {
        this(new DatabaseStore(), SessionSettings.standard(), null);
    }

    private Sessions(SessionStore store, SessionSettings settings, @Nullable InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same, kept elsewhere: {@code new Sessions().in(new CookieStore())}. */
    public Sessions in(SessionStore other) {
        return new Sessions(other, settings, clock);
    }

    /** The same with other settings: {@code new Sessions().with(it -> it.maxAge = Duration.ofHours(8))}. */
    public Sessions with(Consumer<SessionSettings.Change> change) {
        return new Sessions(store, settings.with(change), clock);
    }

    /** The same with another clock than the site's. */
    public Sessions withClock(InstantSource other) {
        return new Sessions(store, settings, other);
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<Class<? extends KeyedModel<?>>> models() {
        return store instanceof DatabaseStore ? List.of(nuages.session.store.Session.class) : List.of();
    }

    @Override
    public String migrations() {
        return store instanceof DatabaseStore
                ? App.super.migrations()
                : getClass().getPackageName() + ".none";
    }

    @Override
    public List<Middleware> middleware() {
        return List.of(new SessionMiddleware(store, settings, clock));
    }

    @Override
    public boolean signs() {
        return true;
    }

    @Override
    public List<Object> commands() {
        return List.of(new ClearSessions(store, clock == null ? InstantSource.system() : clock));
    }
}
