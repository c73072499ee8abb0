package nuages.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.connection.Rehearsal;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.DatabaseException;
import nuages.data.error.SettingsException;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.project.trial.Composition;
import nuages.project.trial.Trial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** New databases of the kinds that a project has, which are dropped at the end. One thread uses it. */
final class TestDatabases implements Trial.Opening {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.testing");
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final boolean committing;
    private final List<Database> opened = new ArrayList<>();
    private final List<Rehearsal> rehearsals = new ArrayList<>();
    private final List<Runnable> drops = new ArrayList<>();

    /** New databases; code commits on them for real, or only believes that it does. */
    TestDatabases(boolean committing) {
        this.committing = committing;
    }

    @Override
    public Database open(String alias, String url, PoolSettings pool) {
        var parsed = DatabaseUrl.parse(url);
        var own = switch (parsed.dialect()) {
            case Sqlite _ -> committing ? file() : "sqlite::memory:";
            case Postgres _, MariaDb _ -> created(parsed, ServerUrl.of(url));
        };
        if (committing) {
            var database = Database.open(alias, own, pool.with(it -> it.idleTimeout = Optional.empty()));
            opened.add(database);
            return database;
        }
        var rehearsal = Rehearsal.open(alias, own, pool);
        rehearsals.add(rehearsal);
        opened.add(rehearsal.database());
        return rehearsal.database();
    }

    /** What undoes what a test does, when the project's tables have been made. */
    List<Reversal> reversals(Composition composition) {
        return committing
                ? opened.stream()
                        .map(it -> Reversal.of(composition.contents(it)))
                        .toList()
                : rehearsals.stream().map(Reversal::of).toList();
    }

    /** Several connections need a file. */
    private String file() {
        try {
            var folder = Files.createTempDirectory("nuages-tests");
            drops.add(() -> delete(folder));
            return "sqlite:" + folder.resolve("test.db");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            LOG.warn("the folder {} of tests that have ended could not be deleted: {}", folder, failure.toString());
        }
    }

    private String created(DatabaseUrl parsed, ServerUrl beside) {
        var name = TestName.of(beside.name()).toString();
        var administration = new Administration(parsed.dialect(), beside.toString());
        try {
            administration.create(name);
        } catch (DatabaseException missing) {
            if (!(parsed.dialect() instanceof Postgres)) {
                throw refused(parsed, name, missing);
            }
            administration = new Administration(parsed.dialect(), beside.named("postgres"));
            try {
                administration.create(name);
            } catch (DatabaseException refused) {
                refused.addSuppressed(missing);
                throw refused(parsed, name, refused);
            }
        }
        var from = administration;
        from.sweep(beside.name());
        drops.add(() -> from.drop(name));
        return beside.named(name);
    }

    private static SettingsException refused(DatabaseUrl parsed, String name, DatabaseException why) {
        return new SettingsException(
                "tests need a database of their own, and \"" + name + "\" could not be created beside " + parsed + ": "
                        + why.getMessage() + "\nlet that user create databases ("
                        + (parsed.dialect() instanceof Postgres
                                ? "alter role … createdb"
                                : "grant all on `test\\_%`.* to …")
                        + "), or test with DATABASE_URL set to another server or to sqlite::memory:.",
                why);
    }

    void close() {
        opened.forEach(it -> it.shutdown(GRACE));
        drops.forEach(Runnable::run);
        drops.clear();
    }
}
