package nuages.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Rehearsal;
import nuages.data.connection.Work;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.DatabaseException;
import nuages.data.error.SettingsException;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import nuages.project.trial.Trial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** New databases of the kinds that a project has, which are dropped at the end. One thread uses it. */
final class TestDatabases implements Trial.Opening {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.testing");
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<Rehearsal> rehearsals = new ArrayList<>();
    private final List<Runnable> drops = new ArrayList<>();

    @Override
    public Database open(String alias, String url, PoolSettings pool) {
        var parsed = DatabaseUrl.parse(url);
        var own = switch (parsed.dialect()) {
            case Sqlite _ -> "sqlite::memory:";
            case Postgres _, MariaDb _ -> created(parsed, ServerUrl.of(url));
        };
        var rehearsal = Rehearsal.open(alias, own, pool);
        rehearsals.add(rehearsal);
        return rehearsal.database();
    }

    /** All of them. */
    List<Rehearsal> rehearsals() {
        return rehearsals;
    }

    private String created(DatabaseUrl parsed, ServerUrl beside) {
        var name = "test_" + beside.name() + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 8);
        var administration = beside.toString();
        try {
            run(administration, create(parsed, name));
        } catch (DatabaseException missing) {
            if (!(parsed.dialect() instanceof Postgres)) {
                throw refused(parsed, name, missing);
            }
            administration = beside.named("postgres");
            try {
                run(administration, create(parsed, name));
            } catch (DatabaseException refused) {
                refused.addSuppressed(missing);
                throw refused(parsed, name, refused);
            }
        }
        var from = administration;
        drops.add(() -> drop(parsed, from, name));
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

    private static String create(DatabaseUrl parsed, String name) {
        return "create database " + quoted(parsed, name);
    }

    private static void drop(DatabaseUrl parsed, String administration, String name) {
        try {
            run(
                    administration,
                    "drop database if exists " + quoted(parsed, name)
                            + (parsed.dialect() instanceof Postgres ? " with (force)" : ""));
        } catch (DatabaseException failure) {
            LOG.warn("the database {} of tests that have ended could not be dropped: {}", name, failure.getMessage());
        }
    }

    private static String quoted(DatabaseUrl parsed, String name) {
        return parsed.dialect() instanceof Postgres ? '"' + name + '"' : '`' + name + '`';
    }

    private static void run(String url, String statement) {
        var database =
                Database.open("administration", url, PoolSettings.standard().with(it -> it.size = 1));
        try {
            Work.of("databases for tests", Databases.of(database))
                    .run(() -> database.sql(statement).update());
        } finally {
            database.shutdown(GRACE);
        }
    }

    void close() {
        rehearsals.forEach(it -> it.database().shutdown(GRACE));
        drops.forEach(Runnable::run);
        drops.clear();
    }
}
