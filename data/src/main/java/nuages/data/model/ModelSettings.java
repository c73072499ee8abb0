package nuages.data.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;

/**
 * What a project says about its models: who listens, which databases they are in, what time it is. Immutable; threads
 * share it. The current work has those of its databases: {@code databases.with(ModelSettings.class, settings)}.
 */
public final class ModelSettings {
    private static final ModelSettings STANDARD =
            new ModelSettings(InstantSource.system(), new Router() {}, List.of(), new Validation());

    private final InstantSource clock;
    private final Router router;
    private final List<Listening<?>> listening;
    private final Validation validation;

    /** Who listens to objects of a class. */
    private record Listening<M extends KeyedModel<?>>(Class<M> model, ModelListener<? super M> listener) {
        private void tell(KeyedModel<?> row, Telling telling) {
            if (model.isInstance(row)) {
                telling.tell(listener, model.cast(row));
            }
        }
    }

    /** One of the methods of a listener. */
    @FunctionalInterface
    interface Telling {
        /** Calls it. */
        <M extends KeyedModel<?>> void tell(ModelListener<? super M> listener, M row);
    }

    private ModelSettings(InstantSource clock, Router router, List<Listening<?>> listening, Validation validation) {
        this.clock = clock;
        this.router = router;
        this.listening = listening;
        this.validation = validation;
    }

    /** The system's clock, one database for all, and nobody who listens. */
    public static ModelSettings standard() {
        return STANDARD;
    }

    /** Those of the current work. */
    static ModelSettings current() {
        return of(Work.current().databases());
    }

    static ModelSettings of(Databases databases) {
        return databases.settings(ModelSettings.class).orElse(STANDARD);
    }

    /** The same with another clock, for the times that saving fills in. */
    public ModelSettings clock(InstantSource other) {
        return new ModelSettings(other, router, listening, validation);
    }

    /** The same with another choice of databases. */
    public ModelSettings router(Router other) {
        return new ModelSettings(clock, other, listening, validation);
    }

    /** The same with one who listens to a model and those that extend it, after those before. */
    public <M extends KeyedModel<?>> ModelSettings listen(Class<M> model, ModelListener<? super M> listener) {
        var more = Stream.concat(listening.stream(), Stream.of(new Listening<>(model, listener)));
        return new ModelSettings(clock, router, more.toList(), validation);
    }

    /** The same with one who listens to all models. */
    @SuppressWarnings("unchecked")
    public ModelSettings listen(ModelListener<KeyedModel<?>> listener) {
        return listen((Class<KeyedModel<?>>) (Class<?>) KeyedModel.class, listener);
    }

    Router router() {
        return router;
    }

    Validation validation() {
        return validation;
    }

    /** The time as databases keep it: to the microsecond. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void tell(KeyedModel<?> row, Telling telling) {
        for (var each : listening) {
            each.tell(row, telling);
        }
    }
}
