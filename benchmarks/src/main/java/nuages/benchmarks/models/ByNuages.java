package nuages.benchmarks.models;

import java.sql.SQLException;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;

/** Our own models: all in one transaction, so that it is one connection, as with the others. */
final class ByNuages implements Library {
    private final Database database;

    ByNuages(String url) {
        this.database = Database.open("default", url);
    }

    @Override
    public void run(Steps steps) throws SQLException {
        Work.of("benchmark", Databases.of(database)).run(() -> database.atomic(steps::run));
    }

    @Override
    public String name(long id) {
        return Person.objects.get(id).name;
    }

    @Override
    public int all() {
        return Person.objects.list().size();
    }

    @Override
    public void close() {
        database.shutdown(Duration.ZERO);
    }
}
