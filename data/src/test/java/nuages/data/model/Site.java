package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.testing.servers.Kind;

/** An empty database with the tables of some models. */
final class Site implements AutoCloseable {
    final Database database;
    final Databases databases;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Site(Kind kind, ModelSettings settings, Class<? extends KeyedModel<?>>... models) {
        database = Database.open("default", kind.newDatabase());
        databases = Databases.of(database).with(ModelSettings.class, settings);
        create(database, models);
    }

    Site(Kind kind, ModelSettings settings, List<Class<? extends KeyedModel<?>>> models) {
        database = Database.open("default", kind.newDatabase());
        databases = Databases.of(database).with(ModelSettings.class, settings);
        var types = models.stream().<ModelType<?>>map(ModelType::of).toList();
        Work.of("tables", databases)
                .run(() -> SchemaWriter.of(database.dialect())
                        .create(Tables.of(database.dialect(), types))
                        .forEach(it -> database.sql(it).update()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static void create(Database database, Class<? extends KeyedModel<?>>... models) {
        Work.of("tables", Databases.of(database))
                .run(() -> SchemaWriter.of(database.dialect())
                        .create(Tables.of(database.dialect(), models))
                        .forEach(it -> database.sql(it).update()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static void run(Kind kind, Runnable test, Class<? extends KeyedModel<?>>... models) {
        run(kind, ModelSettings.standard(), _ -> test.run(), models);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static void run(Kind kind, ModelSettings settings, Consumer<Site> test, Class<? extends KeyedModel<?>>... models) {
        try (var site = new Site(kind, settings, models)) {
            Work.of("test", site.databases).run(() -> test.accept(site));
        }
    }

    long count(String sql) {
        return database.sql(sql).one(Long.class);
    }

    List<String> texts(String sql) {
        return database.sql(sql).list(String.class);
    }

    @Override
    public void close() {
        assertThat(database.snapshot().leased()).isZero();
        database.shutdown(Duration.ZERO);
    }
}
