package nuages.data.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.SettingsException;

/**
 * Where a database is and how to speak to it: {@code sqlite:path}, {@code postgresql://user:password@host/name},
 * {@code mariadb://…}, {@code mysql://…}, or a raw {@code jdbc:} URL of one of these. What follows a question mark are
 * settings of the pool, such as {@code pool.size=20}, and options of the driver. Immutable; never shows its password.
 */
public final class DatabaseUrl {
    private final String masked;
    private final Dialect dialect;
    private final String jdbcUrl;
    private final Map<String, String> options;
    private final PoolOptions pool;
    private final boolean inMemory;

    private DatabaseUrl(String masked, Place place, PoolOptions pool) {
        this.masked = masked;
        this.dialect = place.dialect();
        this.jdbcUrl = place.jdbcUrl();
        this.options = place.options();
        this.pool = pool;
        this.inMemory = place.inMemory();
    }

    /**
     * What an URL says, before its options were sorted out.
     *
     * @param options options for the driver
     */
    record Place(Dialect dialect, String jdbcUrl, Map<String, String> options, boolean inMemory) {}

    /** Reads an URL, and throws a {@link SettingsException} that names what is wrong with it. */
    public static DatabaseUrl parse(String url) {
        var text = new UrlText(url.strip());
        var options = new LinkedHashMap<>(text.options());
        PoolOptions pool = PoolOptions.takenFrom(options, text);
        Place place = switch (text.scheme()) {
            case "sqlite", "sqlite3" -> SqliteUrls.place(text, options);
            case "postgresql", "postgres" -> ServerUrls.postgres(text, options);
            case "mariadb", "mysql" -> ServerUrls.mariaDb(text, options);
            case "jdbc" -> jdbc(text, options);
            default ->
                throw text.wrong(
                        "no database has URLs that begin with \"" + text.scheme() + ":\"",
                        "it must begin with sqlite:, postgresql:, mariadb:, mysql: or jdbc:");
        };
        var parsed = new DatabaseUrl(text.masked(), place, pool);
        parsed.pool(PoolSettings.standard());
        return parsed;
    }

    private static Place jdbc(UrlText text, Map<String, String> options) {
        String kind = text.body();
        int end = kind.indexOf(':');
        return switch (end < 0 ? kind : kind.substring(0, end).toLowerCase(Locale.ROOT)) {
            case "sqlite" -> SqliteUrls.jdbc(text, kind.substring(end + 1), options);
            case "postgresql" -> ServerUrls.jdbcPostgres(text, options);
            case "mariadb", "mysql" -> ServerUrls.jdbcMariaDb(text, kind.substring(end + 1), options);
            default ->
                throw text.wrong(
                        "there is no dialect for this JDBC driver",
                        "it must begin with jdbc:sqlite:, jdbc:postgresql:, jdbc:mariadb: or jdbc:mysql:");
        };
    }

    /** The kind of database. */
    public Dialect dialect() {
        return dialect;
    }

    /** The URL for {@link java.sql.DriverManager}, without user, password and options. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** The driver's properties, password included: a copy that may be changed. */
    public Properties properties(PoolSettings settings) {
        Duration timeout = settings.connectTimeout();
        var properties = new Properties();
        switch (dialect) {
            case Sqlite _ -> SqliteUrls.defaults(properties);
            case Postgres it -> ServerUrls.defaults(properties, it, timeout);
            case MariaDb _ -> ServerUrls.defaults(properties, timeout);
        }
        options.forEach((name, value) -> ServerUrls.option(properties, name, value));
        return properties;
    }

    /** These settings, with what the URL says in the place of what they say. A database in memory has one connection. */
    public PoolSettings pool(PoolSettings settings) {
        return pool.over(settings, inMemory);
    }

    /** Whether the database lives and dies with its only connection. */
    public boolean inMemory() {
        return inMemory;
    }

    /** The URL with its password hidden. */
    @Override
    public String toString() {
        return masked;
    }
}
