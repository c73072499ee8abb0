package nuages.project.develop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells Logback where a project says how it logs: Logback looks with its own class loader, which has libraries only. */
final class Logging {
    private static final String PROPERTY = "logback.configurationFile";

    private Logging() {}

    /** Before the first logger is made; what the process was told already counts more. */
    static void configure(Layout layout, boolean testing) {
        if (System.getProperty(PROPERTY) == null) {
            files(layout, testing)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(
                            file -> System.setProperty(PROPERTY, Urls.of(file).toString()));
        }
    }

    /** In the order in which Logback looks for them. */
    private static Stream<Path> files(Layout layout, boolean testing) {
        var folders = testing ? List.of(layout.testResources(), layout.resources()) : List.of(layout.resources());
        return Stream.of("logback-test.xml", "logback.xml")
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
    }
}
