package nuages.testing.servers;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Finds {@code initdb} and {@code postgres}: those asked for, else those in a jar, else those of the machine. */
final class PostgresPrograms {
    private static final String PROPERTY = "nuages.testing.postgres";
    private static final String BUNDLE = "/postgres-linux-x86_64.txz";

    private static final boolean LINUX_AMD64 =
            "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch"));

    private PostgresPrograms() {}

    /** The folder that holds the programs. */
    static Path bin() {
        String asked = System.getProperty(PROPERTY);
        if (asked != null) {
            return Path.of(asked);
        }
        URL bundle = PostgresPrograms.class.getResource(BUNDLE);
        if (bundle != null && LINUX_AMD64) {
            return Programs.unpacked(Programs.jarName(bundle), folder -> unpack(bundle, folder))
                    .resolve("bin");
        }
        return ofTheMachine()
                .orElseThrow(() -> new IllegalStateException("no PostgreSQL found: none is bundled for "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + ", and initdb is not in the search path; install it, or name the folder of initdb with -D"
                        + PROPERTY + "=/usr/lib/postgresql/18/bin"));
    }

    private static Optional<Path> ofTheMachine() {
        try {
            Optional<Path> inPath = Programs.find("initdb").map(Path::toAbsolutePath);
            if (inPath.isPresent()) {
                return Optional.of(inPath.get().toRealPath().resolveSibling(""));
            }
            Path debian = Path.of("/usr/lib/postgresql");
            if (!Files.isDirectory(debian)) {
                return Optional.empty();
            }
            try (Stream<Path> versions = Files.list(debian)) {
                return versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Path::compareTo);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void unpack(URL bundle, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(bundle.openStream()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
