package nuages.project.trial;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelType;
import nuages.project.fixture.Dump;
import nuages.project.fixture.Emptying;
import nuages.project.fixture.Load;

/**
 * The rows of a project's models in one database, to be kept as text and put back. Tables that belong to no model are
 * left alone. One thread at a time uses it.
 */
public final class Contents {
    private static final Dump.Options WHOLE = new Dump.Options(false, false, false, List.of());

    private final Database database;
    private final List<Class<? extends KeyedModel<?>>> models;
    private final Emptying tables;

    private Contents(Database database, List<Class<? extends KeyedModel<?>>> models, Emptying tables) {
        this.database = database;
        this.models = models;
        this.tables = tables;
    }

    static Contents of(Database database, List<Class<? extends KeyedModel<?>>> models) {
        return work(database).run(() -> {
            var tables = Emptying.of(database, models);
            var there = new HashSet<>(tables.names());
            return new Contents(
                    database,
                    models.stream()
                            .filter(it -> there.contains(ModelType.of(it).table()))
                            .toList(),
                    tables);
        });
    }

    /** All rows, as a fixture. */
    public String rows() {
        var text = new StringWriter();
        try {
            work(database).run(() -> Dump.write(database, models, models, WHOLE, text, _ -> {}));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Deletes all rows, writes those of a fixture in their place, and lets numbers go on from these. */
    public void become(String rows) {
        work(database).run(() -> {
            tables.run();
            Load.read(database, models, false, List.of(new StringReader(rows)), _ -> {});
        });
    }

    private static Work work(Database database) {
        return Work.of("the rows of tests", Databases.of(database)).patient();
    }
}
