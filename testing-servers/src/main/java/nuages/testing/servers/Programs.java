package nuages.testing.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds programs on the machine, and keeps those that were unpacked from a jar. */
final class Programs {
    private Programs() {}

    /** The program of this name in the search path or in the folders where systems keep servers. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The folder of an unpacked distribution; unpacks it when no earlier run has. */
    static Path unpacked(String name, Unpacking unpacking) {
        Path home = Folders.programs(name);
        if (Files.exists(home)) {
            return home;
        }
        Path half = Folders.fresh("unpacking");
        try {
            unpacking.into(half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(home)) { // otherwise another JVM was faster
                throw new UncheckedIOException(e);
            }
        }
        return home;
    }

    /** The name of the jar that holds a resource, which tells its version. */
    static String jarName(URL resource) {
        return Path.of(URI.create(jar(resource).getJarFileURL().toString()))
                .getFileName()
                .toString()
                .replace(".jar", "");
    }

    /** Copies the files below a folder of a jar; all of them may be executed. */
    static void unpackJar(URL folderInJar, Path target) throws IOException {
        JarURLConnection connection = jar(folderInJar);
        String prefix = connection.getEntryName();
        try (JarFile jar = new JarFile(
                Path.of(URI.create(connection.getJarFileURL().toString())).toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    Path file = target.resolve(entry.getName().substring(prefix.length()));
                    Files.createDirectories(file.resolveSibling(""));
                    try (InputStream content = jar.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    private static JarURLConnection jar(URL resource) {
        try {
            return (JarURLConnection) resource.openConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a distribution into an empty folder. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
