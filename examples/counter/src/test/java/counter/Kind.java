package counter;

import java.nio.file.Path;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;

/** The kinds of databases that the counter runs on. */
enum Kind {
    SQLITE,
    POSTGRES,
    MARIADB;

    /** The URL of an empty database of this kind. */
    String newDatabase(Path folder) {
        return switch (this) {
            case SQLITE -> "sqlite:" + folder.resolve("counter.db");
            case POSTGRES -> PostgresServer.shared().newDatabase();
            case MARIADB -> MariaDbServer.shared().newDatabase();
        };
    }
}
