package nuages.data.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuages.data.connection.Database;
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
    private record Listening<M extends KeyedModel<?>>(Class<M> model, Listener<? super M> listener) {
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
        <M extends KeyedModel<?>> void tell(Listener<? super M> listener, M row);
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
    public <M extends KeyedModel<?>> ModelSettings listen(Class<M> model, Listener<? super M> listener) {
        var more = Stream.concat(listening.stream(), Stream.of(new Listening<>(model, listener)));
        return new ModelSettings(clock, router, more.toList(), validation, models);
    }

    /** The same with one who listens to all models. */
    @SuppressWarnings("unchecked")
    public ModelSettings listen(Listener<KeyedModel<?>> listener) {
        return listen((Class<KeyedModel<?>>) (Class<?>) KeyedModel.class, listener);
    }

    /**
     * The same with these models as all there are, by which it is known what refers to a row that is deleted. Without,
     * it is those that the program has used up to then.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ModelSettings models(Class<? extends KeyedModel<?>>... all) {
        return models(List.of(all));
    }

    /** As {@link #models(Class...)}. */
    public ModelSettings models(List<Class<? extends KeyedModel<?>>> all) {
        return new ModelSettings(clock, router, listening, validation, List.copyOf(all));
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

    /** Whether a model's table belongs into a database, as the {@link Router} says. */
    public boolean migrates(Class<? extends KeyedModel<?>> model, Database database) {
        return router.migrates(model, database.alias());
    }

    /** Whether somebody has set a router. */
    public boolean routed() {
        return !router.equals(STANDARD.router);
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

    /**
     * Chooses among the databases of a project, by their aliases; see {@link #router(Router)}. Where it has no opinion,
     * it is the default database, or for an object that was read, the one it came from. Threads share it.
     *
     * <p>Within a transaction, and in a work that has written to the database of a model's writes, its reads go there too: a
     * copy may be behind.
     */
    public interface Router {
        /** The database to read a model's rows from. */
        default Optional<String> reads(Class<? extends KeyedModel<?>> model) {
            return Optional.empty();
        }

        /** The database to write a model's rows to. */
        default Optional<String> writes(Class<? extends KeyedModel<?>> model) {
            return Optional.empty();
        }

        /** Whether a row in one database may refer to one in another, different database. */
        default boolean relates(
                Class<? extends KeyedModel<?>> from, String database, Class<? extends KeyedModel<?>> to, String other) {
            return false;
        }

        /** Whether a model's table belongs into that database. */
        default boolean migrates(Class<? extends KeyedModel<?>> model, String database) {
            return true;
        }
    }

    /**
     * Is told of what happens to objects one by one; see {@link #listen}. Changes of many rows by one statement,
     * and bulk operations, tell nobody. An exception stops what was about to happen; what has happened is undone by the
     * {@code atomic} block around it, if there is one. Threads share it.
     *
     * @param <M> the model it listens to
     */
    public interface Listener<M extends KeyedModel<?>> {
        /** An object is about to be written; {@link KeyedModel#isNew()} tells whether it is a new one. */
        default void beforeSave(M row) {}

        /** An object was written. */
        default void afterSave(M row, boolean created) {}

        /** An object's row is about to be deleted. */
        default void beforeDelete(M row) {}

        /** An object's row was deleted. */
        default void afterDelete(M row) {}
    }
}
