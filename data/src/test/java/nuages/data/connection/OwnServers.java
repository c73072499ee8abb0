package nuages.data.connection;

import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.Kind;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;

/** Servers that tests may stop: none of those that all tests share. */
final class OwnServers {
    private OwnServers() {}

    static DatabaseServer of(Kind kind) {
        return switch (kind) {
            case SQLITE -> throw new IllegalStateException("SQLite has no server");
            case POSTGRESQL -> Postgres.SERVER;
            case MARIADB -> MariaDb.SERVER;
        };
    }

    private static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.start(50);

        private Postgres() {}
    }

    private static final class MariaDb {
        static final MariaDbServer SERVER = MariaDbServer.start(50);

        private MariaDb() {}
    }
}
