package nuages.web.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the sources of a site are, for pages that show a developer the line where something failed. Immutable. */
public final class SourceFolders {
    private static final List<String> USUAL = List.of("src/main/java", "src/test/java");

    private final List<Path> folders;

    private SourceFolders(List<Path> folders) {
        this.folders = folders;
    }

    /** No sources are there. */
    public static SourceFolders none() {
        return new SourceFolders(List.of());
    }

    /** Those of the Maven or Gradle project in a folder, and of its modules. */
    public static SourceFolders of(Path project) {
        try (Stream<Path> inside = Files.list(project)) {
            return new SourceFolders(Stream.concat(Stream.of(project), inside.filter(Files::isDirectory))
                    .flatMap(each -> USUAL.stream().map(each::resolve))
                    .filter(Files::isDirectory)
                    .toList());
        } catch (IOException e) {
            return none();
        }
    }

    /** The lines of the source of a class; empty if it is not there. */
    Optional<List<String>> lines(StackTraceElement frame) {
        Optional<Path> file = file(frame);
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllLines(file.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> file(StackTraceElement frame) {
        String name = frame.getFileName();
        if (name == null || frame.getLineNumber() < 1) {
            return Optional.empty();
        }
        int dot = frame.getClassName().lastIndexOf('.');
        String inFolder =
                dot < 0 ? name : frame.getClassName().substring(0, dot).replace('.', '/') + "/" + name;
        return folders.stream()
                .map(it -> it.resolve(inFolder))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
