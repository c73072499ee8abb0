package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nuages.data.connection.Action;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;

/** A fresh database on which schemas are tried; nothing is lent when it closes. */
final class Place implements AutoCloseable {
    final Database database;
    final SchemaWriter writer;

    Place(Kind kind) {
        database = Database.open("default", kind.newDatabase());
        writer = SchemaWriter.of(database.dialect());
    }

    <R, X extends Exception> R work(Block<R, X> block) throws X {
        return Work.of("test", Databases.of(database)).run(block);
    }

    <X extends Exception> void work(Action<X> action) throws X {
        Work.of("test", Databases.of(database)).run(action);
    }

    void run(List<String> statements) {
        work(() -> statements.forEach(it -> database.sql(it).update()));
    }

    void run(String... statements) {
        run(List.of(statements));
    }

    List<Table> create(Table... tables) {
        run(writer.create(List.of(tables)));
        return tables();
    }

    List<Table> tables() {
        return work(() -> Introspection.of(database).tables());
    }

    Table table(String name) {
        return work(() -> Introspection.of(database).table(name)).orElseThrow();
    }

    @Override
    public void close() {
        assertThat(database.snapshot().leased()).isZero();
        database.shutdown(Duration.ZERO);
    }
}
