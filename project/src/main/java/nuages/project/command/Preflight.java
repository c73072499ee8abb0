package nuages.project.command;

import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;

/**
 * The arithmetic of a fleet: what all servers of a project may take of a database, and what it has for them.
 *
 * @param alias the database's name in the project
 * @param dialect the kind of database
 * @param instances how many servers share it
 * @param size the most connections of one server's pool
 * @param control the most connections one server has beside its pool, to cancel statements
 * @param allowed how many the database has for its users
 * @param limits how that number comes about
 */
record Preflight(String alias, String dialect, int instances, int size, int control, long allowed, String limits) {
    private static final String POSTGRES = """
        select least(
            (select sum(case name when 'max_connections' then 1 else -1 end * cast(setting as bigint))
             from pg_settings
             where name in ('max_connections', 'superuser_reserved_connections', 'reserved_connections')),
            (select case when rolconnlimit < 0 then 1000000 else rolconnlimit end
             from pg_roles where rolname = current_user),
            (select case when datconnlimit < 0 then 1000000 else datconnlimit end
             from pg_database where datname = current_database()))\
        """;

    private static final String MARIADB = """
        select least(@@max_connections,
            case when @@max_user_connections = 0 then 1000000 else @@max_user_connections end)\
        """;

    /** Asks a database, within a work; empty if it has no limit. */
    static Optional<Preflight> of(Database database, int instances) {
        return switch (database.dialect()) {
            case Postgres _ ->
                Optional.of(of(
                        database,
                        instances,
                        POSTGRES,
                        "the least of max_connections without its reserves, the role's and the database's limit"));
            case MariaDb _ ->
                Optional.of(of(database, instances, MARIADB, "the least of max_connections and max_user_connections"));
            case Sqlite _ -> Optional.empty();
        };
    }

    private static Preflight of(Database database, int instances, String query, String limits) {
        var pool = database.settings();
        return new Preflight(
                database.alias(),
                database.dialect().name(),
                instances,
                pool.size(),
                pool.controlSize(),
                database.sql(query).one(Long.class),
                limits);
    }

    /** The most connections that all servers together may have. */
    long needed() {
        return (long) instances * (size + control);
    }

    boolean fits() {
        return needed() <= allowed;
    }

    /** The sum, and if it does not fit, what to do. */
    @Override
    public String toString() {
        var servers = instances == 1 ? "1 server" : instances + " servers";
        var sum = "database \"%s\": %s × (pool.size %d + %d to cancel) = %d connections"
                .formatted(alias, servers, size, control, needed());
        if (fits()) {
            return sum + ", and " + dialect + " has " + allowed + " for them";
        }
        var fitting = allowed / instances - control;
        var advice =
                fitting > 0 ? "set NUAGES_POOL_SIZE=" + fitting + " or less, or raise the limit" : "raise the limit";
        return sum + ", but " + dialect + " has only " + allowed + " for them (" + limits
                + "): some will be refused when all are busy; " + advice;
    }
}
