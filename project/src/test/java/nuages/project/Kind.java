package nuages.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;

/** The databases that every behaviour is shown on. */
public enum Kind {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    /** The address of an empty database. */
    public String newDatabase() {
        return switch (this) {
            case SQLITE -> sqlite();
            case POSTGRESQL -> PostgresServer.shared().newDatabase();
            case MARIADB -> MariaDbServer.shared().newDatabase();
        };
    }

    private static String sqlite() {
        try {
            var folder = Files.createTempDirectory("nuages-sqlite");
            folder.toFile().deleteOnExit();
            return "sqlite:" + folder.resolve("test.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
