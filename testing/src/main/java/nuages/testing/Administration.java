package nuages.testing;

import java.time.Duration;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Postgres;
import nuages.data.error.DatabaseException;
import nuages.data.settings.PoolSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates and drops databases of tests on a server, over connections that it opens for that.
 *
 * @param dialect what kind of server
 * @param url a database of it that is there
 */
record Administration(Dialect dialect, String url) {
    private static final Logger LOG = LoggerFactory.getLogger("nuages.testing");
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final String UNUSED_ON_POSTGRES = """
        select datname from pg_database where datname like 'test\\_%'
        and datname not in (select datname from pg_stat_activity where datname is not null)\
        """;
    private static final String UNUSED_ON_MARIADB = """
        select schema_name from information_schema.schemata where schema_name like 'test\\_%'
        and schema_name not in (select db from information_schema.processlist where db is not null)\
        """;

    /** Creates a database. */
    void create(String name) {
        run(it -> it.sql("create database " + quoted(name)).update());
    }

    /** Drops a database, whoever is connected to it. */
    void drop(String name) {
        try {
            run(it -> it.sql("drop database if exists " + quoted(name)
                            + (dialect instanceof Postgres ? " with (force)" : ""))
                    .update());
        } catch (DatabaseException failure) {
            LOG.warn("the database {} of tests that have ended could not be dropped: {}", name, failure.getMessage());
        }
    }

    /**
     * Drops the databases that processes left behind which were killed while they tested with a database of that name:
     * such as have no process any more and no connection.
     */
    void sweep(String beside) {
        try {
            run(database -> {
                for (var name : unused(database)) {
                    if (TestName.read(name, beside)
                            .filter(TestName::isLeftBehind)
                            .isPresent()) {
                        database.sql("drop database if exists " + quoted(name)).update();
                        LOG.info("dropped the database {}, which tests left behind that were killed", name);
                    }
                }
                return true;
            });
        } catch (DatabaseException failure) {
            LOG.info("databases that killed tests may have left behind were not dropped: {}", failure.getMessage());
        }
    }

    private List<String> unused(Database database) {
        return database.sql(dialect instanceof Postgres ? UNUSED_ON_POSTGRES : UNUSED_ON_MARIADB)
                .list(String.class);
    }

    private String quoted(String name) {
        return dialect instanceof Postgres ? '"' + name + '"' : '`' + name + '`';
    }

    private <R> void run(Step<R> code) {
        var database =
                Database.open("administration", url, PoolSettings.standard().with(it -> it.size = 1));
        try {
            Work.of("databases for tests", Databases.of(database)).run(() -> code.on(database));
        } finally {
            database.shutdown(GRACE);
        }
    }

    /** Something done on the server. */
    @FunctionalInterface
    private interface Step<R> {
        R on(Database database);
    }
}
