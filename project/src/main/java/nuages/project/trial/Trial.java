package nuages.project.trial;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.data.connection.Action;
import nuages.data.connection.Database;
import nuages.data.error.SettingsException;
import nuages.data.settings.PoolSettings;
import nuages.project.command.Site;
import nuages.web.http.Middleware;
import org.jspecify.annotations.Nullable;

/** Calls a {@code main} whose project is composed, and comes back instead of being run. One thread uses it. */
public final class Trial {
    private static final ScopedValue<Trial> CURRENT = ScopedValue.newInstance();

    private final Map<String, String> variables;
    private final Opening opening;
    private final List<Middleware> middleware;
    private final @Nullable InstantSource clock;
    private @Nullable Site site;

    private Trial(
            Map<String, String> variables,
            Opening opening,
            List<Middleware> middleware,
            @Nullable InstantSource clock) {
        this.variables = Map.copyOf(variables);
        this.opening = opening;
        this.middleware = List.copyOf(middleware);
        this.clock = clock;
    }

    /** Opens a project's databases. */
    @FunctionalInterface
    public interface Opening {
        /** The database that stands for the one of that URL. */
        Database open(String alias, String url, PoolSettings pool);
    }

    /** A trial of a project whose databases are opened otherwise. */
    public static Trial opening(Opening databases) {
        return new Trial(Map.of(), databases, List.of(), null);
    }

    /** The same with variables that come before those of the environment. */
    public Trial with(Map<String, String> values) {
        return new Trial(values, opening, middleware, clock);
    }

    /** The same with more middleware than the project's. */
    public Trial with(List<Middleware> more) {
        return new Trial(variables, opening, more, clock);
    }

    /** The same with another clock than the project's. */
    public Trial with(InstantSource teller) {
        return new Trial(variables, opening, middleware, teller);
    }

    /** The trial that this thread's {@code main} is called by. */
    public static Optional<Trial> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Calls a {@code main}; what the project that it runs consists of. */
    public <X extends Exception> Composition of(Action<X> main) throws X {
        ScopedValue.where(CURRENT, this).<Boolean, X>call(() -> {
            main.run();
            return true;
        });
        var composed = site;
        if (composed == null) {
            throw new SettingsException(
                    "the program came back and had run no project, so that there is nothing to test:"
                            + " call Project.of(…).run(args) in its main, in the same thread");
        }
        return new Composition(composed);
    }

    /** The variables that come before those of the environment. */
    public Map<String, String> variables() {
        return variables;
    }

    /** What opens databases. */
    public Opening opening() {
        return opening;
    }

    /** Middleware beside the project's. */
    public List<Middleware> middleware() {
        return middleware;
    }

    /** The clock that goes before the project's. */
    public Optional<InstantSource> clock() {
        return Optional.ofNullable(clock);
    }

    /** The project has been composed. */
    public void composed(Site whole) {
        site = whole;
    }
}
