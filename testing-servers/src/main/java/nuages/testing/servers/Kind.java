package nuages.testing.servers;

/** The databases that every behaviour is shown on. */
public enum Kind {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    /** The address of an empty database. */
    public String newDatabase() {
        return switch (this) {
            case SQLITE -> "sqlite:" + Folders.own("sqlite").resolve("test.db");
            case POSTGRESQL, MARIADB -> server().newDatabase();
        };
    }

    /** The server all tests share. */
    public DatabaseServer server() {
        return switch (this) {
            case SQLITE -> throw new IllegalStateException("SQLite has no server");
            case POSTGRESQL -> PostgresServer.shared();
            case MARIADB -> MariaDbServer.shared();
        };
    }

    /** A statement that keeps the database busy for that long. */
    public String sleep(double seconds) {
        return switch (this) {
            case SQLITE ->
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
                        + (long) (seconds * 8_000_000) + ") select max(i) from n";
            case POSTGRESQL -> "select 1 from pg_sleep(" + seconds + ")";
            case MARIADB -> "select sleep(" + seconds + ")";
        };
    }
}
