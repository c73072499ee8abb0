package nuages.data.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
            new ModelSettings(InstantSource.system(), new Router() {}, List.of(), new Validation(), List.of());

    private final InstantSource clock;
    private final Router router;
    private final List<Listening<?>> listening;
    private final Validation validation;
    private final List<Class<? extends KeyedModel<?>>> models;

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

    private ModelSettings(
            InstantSource clock,
            Router router,
            List<Listening<?>> listening,
            Validation validation,
            List<Class<? extends KeyedModel<?>>> models) {
        this.clock = clock;
        this.router = router;
        this.listening = listening;
        this.validation = validation;
        this.models = models;
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
        return new ModelSettings(other, router, listening, validation, models);
    }

    /** The same with another choice of databases. */
    public ModelSettings router(Router other) {
        return new ModelSettings(clock, other, listening, validation, models);
    }

    /** The same with one who listens to a model and those that extend it, after those before. */
    public <M extends KeyedModel<?>> ModelSettings listen(Class<M> model, ModelListener<? super M> listener) {
        var more = Stream.concat(listening.stream(), Stream.of(new Listening<>(model, listener)));
        return new ModelSettings(clock, router, more.toList(), validation, models);
    }

    /** The same with one who listens to all models. */
    @SuppressWarnings("unchecked")
    public ModelSettings listen(ModelListener<KeyedModel<?>> listener) {
        return listen((Class<KeyedModel<?>>) (Class<?>) KeyedModel.class, listener);
    }

    /**
     * The same with these models as all there are, by which it is known what refers to a row that is deleted. Without,
     * it is those that the program has used up to then.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelSettings models(Class<? extends KeyedModel<?>>... all) {
        return new ModelSettings(clock, router, listening, validation, List.of(all));
    }

    /** The models that refer to one, or have a table between. */
    List<ModelType<?>> referring(ModelType<?> type) {
        if (models.isEmpty()) {
            return ModelTypes.referring(type.type());
        }
        var referring = new ArrayList<ModelType<?>>();
        for (var model : models) {
            var each = ModelType.of(model);
            if (refers(each, type.type())) {
                referring.add(each);
            }
        }
        return referring;
    }

    private static boolean refers(ModelType<?> from, Class<?> to) {
        return from.properties().stream()
                        .anyMatch(it -> it.references()
                                .filter(each -> each.target() == to)
                                .isPresent())
                || from.details().links().stream().anyMatch(it -> it.target() == to);
    }

    /** Whether somebody listens to objects of that class. */
    boolean listens(Class<?> model) {
        return listening.stream().anyMatch(it -> it.model.isAssignableFrom(model));
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
