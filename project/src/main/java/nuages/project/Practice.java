package nuages.project;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.web.http.Response;

/**
 * Does what commands usually do, with a site of its own in the current folder, and loads what else they may need: of a
 * process that runs this, Java keeps an archive of classes, from which the commands of all projects with these libraries
 * start faster. {@code nuages.project.develop} runs it.
 */
final class Practice {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("check"),
            List.of("makemigrations", "--check"),
            List.of("migrate"),
            List.of("showmigrations"),
            List.of("runserver", "0", "--management-port=0"));

    private static final String CLASS = ".class";
    private static final String DRIVERS = "META-INF/services/java.sql.Driver";

    private Practice() {}

    static void main() throws IOException {
        var console = Console.of(Writer.nullWriter(), Writer.nullWriter());
        for (var command : COMMANDS) {
            var stop = Stop.byHand();
            Project.of(it -> it.database("sqlite:practice.db")
                            .routes(routes -> routes.get("/", request -> Response.text("")))
                            .atStart(stop::tell))
                    .run(console, stop, command.toArray(String[]::new));
        }
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isRegularFile(Path.of(part))) {
                load(Path.of(part));
            }
        }
        System.exit(0);
    }

    /** Of Nuages and of drivers all classes: which of them are needed depends on a project's models and databases. */
    private static void load(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            if (jar.getEntry(DRIVERS) != null || jar.getEntry("nuages/") != null) {
                jar.stream()
                        .map(JarEntry::getName)
                        .filter(it -> it.endsWith(CLASS) && !it.startsWith("META-INF/") && it.indexOf('/') > 0)
                        .forEach(it -> load(
                                it.substring(0, it.length() - CLASS.length()).replace('/', '.')));
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Practice.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError _) {
            // it is for a library that this project does without
        }
    }
}
