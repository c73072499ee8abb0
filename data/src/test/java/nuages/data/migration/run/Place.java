package nuages.data.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nuages.data.connection.Action;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.Introspection;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.draft.Draft;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;

/** A fresh database that is migrated; nothing is lent when it closes. */
final class Place implements AutoCloseable {
    final String url;
    final Database database;
    final Map<MigrationName, Migration> migrations = new TreeMap<>();

    Place(Kind kind) {
        url = kind.newDatabase();
        database = Database.open("default", url);
    }

    /** One more migration of app polls, after those before. */
    Place with(String name, Operation... operations) {
        var before = migrations.keySet().stream()
                .filter(it -> it.app().equals("polls") && it.name().compareTo(name) < 0)
                .toList();
        var last = before.isEmpty() ? List.<MigrationName>of() : List.of(before.getLast());
        var draft = Draft.of(new MigrationName("polls", name), last, List.of(operations));
        migrations.put(draft.name(), draft);
        return this;
    }

    Place with(Draft draft) {
        migrations.put(draft.name(), draft);
        return this;
    }

    Migrator migrator() {
        return Migrator.of(database, migrations);
    }

    void migrate() {
        work(() -> migrator().run(migrator().plan(), How.RUN));
    }

    void migrateTo(String name) {
        work(() -> migrator().run(migrator().planTo(new MigrationName("polls", name)), How.RUN));
    }

    void undo() {
        work(() -> migrator().run(migrator().planNone("polls"), How.RUN));
    }

    List<String> applied() {
        return work(() -> migrator().applied().stream().map(MigrationName::name).toList());
    }

    <R, X extends Exception> R work(Block<R, X> block) throws X {
        return Work.of("test", Databases.of(database)).run(block);
    }

    <X extends Exception> void work(Action<X> action) throws X {
        Work.of("test", Databases.of(database)).run(action);
    }

    void run(String... statements) {
        work(() -> List.of(statements).forEach(it -> database.sql(it).update()));
    }

    <T> List<T> rows(Class<T> type, String sql) {
        return work(() -> database.sql(sql).list(type));
    }

    /** The tables, without those that migrations are recorded in. */
    List<Table> tables() {
        return work(() -> Introspection.of(database).tables()).stream()
                .filter(it -> !it.name().endsWith("_migrations"))
                .toList();
    }

    List<String> tableNames() {
        return tables().stream().map(Table::name).toList();
    }

    @Override
    public void close() {
        assertThat(database.snapshot().leased()).isZero();
        database.shutdown(Duration.ZERO);
    }
}
