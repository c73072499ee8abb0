package nuages.project.develop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The archive of libraries' classes from which Java starts commands faster, where {@code ./manage} uses one. It is made by
 * another process, appears whole, and is made anew when the libraries or Java have changed or it is not as it was made.
 * Several processes share it. Without it commands work, and take longer to start.
 */
final class Archive {
    private static final String PROPERTY = "nuages.archive";
    private static final String FILE = "classes.jsa";
    private static final String NOTE = "classes.of";
    private static final String LOGGING = "logback.xml";
    private static final String AS_STARTED = "/nuages/project/start/project/logback.xml.txt";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "SystemRoot", "TEMP", "TMP", "TMPDIR");

    private final Path made;
    private final String path;

    /** That of a project in whose folder these processes run, with a class path. */
    Archive(Layout layout, String path) {
        this.made = layout.made();
        this.path = path;
    }

    /** Makes it, which takes some seconds, unless it is there and good; tries no second time with the same libraries. */
    void renew() throws InterruptedException {
        var parts = Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList();
        if (System.getProperty(PROPERTY) == null || parts.stream().anyMatch(Files::isDirectory)) {
            return; // nobody would use it, or Java makes none: not of folders
        }
        try {
            var mark = Look.at(parts).mark(parts, Runtime.version(), System.getProperty("java.home"));
            if (!known(mark) && make()) {
                Files.writeString(made.resolve(NOTE), note(mark));
            }
        } catch (IOException | UncheckedIOException failure) { // such as a folder that cannot be written
            return;
        }
    }

    private boolean known(String mark) throws IOException {
        var file = made.resolve(NOTE);
        return Files.exists(file) && Files.readString(file).equals(note(mark));
    }

    /** What it is made of, and its size: a file that was cut off is another one. */
    private String note(String mark) throws IOException {
        var archive = made.resolve(FILE);
        return mark + " " + (Files.exists(archive) ? Files.size(archive) : 0);
    }

    /** False if it is worth another try. */
    private boolean make() throws IOException, InterruptedException {
        var shelf = new Shelf(made);
        var draft = shelf.draft().toAbsolutePath();
        try {
            var file = draft.resolve(FILE);
            try (var logging = Objects.requireNonNull(Archive.class.getResourceAsStream(AS_STARTED))) {
                Files.copy(logging, draft.resolve(LOGGING));
            }
            if (practise(draft, file)) {
                return appear(file);
            }
            Files.deleteIfExists(made.resolve(FILE)); // what there is, is of other libraries
            return true;
        } finally {
            shelf.discard(draft);
        }
    }

    /** False if the one there was is in its way, as it is on Windows while a server runs from it. */
    private boolean appear(Path file) {
        var archive = made.resolve(FILE);
        try {
            Files.move(file, archive, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException held) {
            return !Files.isRegularFile(archive);
        }
    }

    /** With the options of commands, as Java takes no archive of a process with others; and in a folder without settings. */
    private boolean practise(Path folder, Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + file,
                        "-Dlogback.configurationFile=" + LOGGING,
                        "-cp",
                        path,
                        "nuages.project.Practice"))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .redirectErrorStream(true);
        process.environment().keySet().retainAll(INHERITED);
        var practice = process.start();
        try {
            practice.getOutputStream().close();
            return practice.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && practice.exitValue() == 0;
        } finally {
            practice.destroyForcibly().waitFor();
        }
    }
}
