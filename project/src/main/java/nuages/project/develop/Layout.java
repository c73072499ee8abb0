package nuages.project.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nuages.data.error.SettingsException;

/**
 * Where the parts of a project are. Immutable.
 *
 * @param root its folder
 * @param main the class that {@code ./manage} runs
 */
record Layout(Path root, String main) {
    /** What Java the project is written in. */
    static final int RELEASE = 25;

    Path sources() {
        return root.resolve("src/main/java");
    }

    Path resources() {
        return root.resolve("src/main/resources");
    }

    Path testSources() {
        return root.resolve("src/test/java");
    }

    Path testResources() {
        return root.resolve("src/test/resources");
    }

    /** What is made here, and may be deleted at any time. */
    Path made() {
        return root.resolve("target/manage");
    }

    /** The jars that the project is compiled with, as Maven found them. */
    List<Path> compilePath() {
        return path("compile.path");
    }

    /** The jars that its tests are compiled and run with, those for the project itself among them. */
    List<Path> testPath() {
        return path("test.path");
    }

    /** A file as people of the project call it. */
    String name(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        var from = root.toAbsolutePath().normalize();
        return (absolute.startsWith(from) ? from.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    private List<Path> path(String name) {
        var file = made().resolve(name);
        try {
            var jars = new ArrayList<Path>();
            Files.readAllLines(file).forEach(line -> jars.add(Path.of(line)));
            return List.copyOf(jars);
        } catch (IOException failure) {
            throw new SettingsException(
                    "the file " + file + " cannot be read (" + failure
                            + "): ./manage makes it, in the folder of the project; delete target/manage and run it"
                            + " again",
                    failure);
        }
    }
}
