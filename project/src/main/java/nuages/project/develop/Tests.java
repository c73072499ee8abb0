package nuages.project.develop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import nuages.project.command.Console;

/** The tests of a project: compiled in this process, and run in it by JUnit's own tool, which the project brings along. */
final class Tests {
    private static final String NO_JUNIT = "JUnit's console is not among the libraries: add org.junit.platform:"
            + "junit-platform-console to pom.xml, in the scope test";

    private final Layout layout;
    private final Console console;

    Tests(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
    }

    /** Runs them; the arguments are names of classes or packages, or options of JUnit's tool. */
    int run(Outcome.Built built, String... arguments) {
        var path = new ArrayList<>(List.of(layout.testResources(), built.folder(), layout.resources()));
        path.addAll(layout.testPath());
        var sources = Look.at(List.of(layout.testSources())).sourcesIn(layout.testSources());
        return switch (new Compiler(layout, path).compile(sources)) {
            case Outcome.Refused refused -> {
                console.complain(refused.text());
                yield 1;
            }
            case Outcome.Built tests -> run(path, tests.folder(), arguments);
        };
    }

    private int run(List<Path> path, Path tests, String... arguments) {
        path.addFirst(tests);
        try (var loader = new OwnFirst("tests", path, Tests.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            var junit = ServiceLoader.load(ToolProvider.class, loader).stream()
                    .filter(provider -> provider.type().getName().startsWith("org.junit."))
                    .findFirst();
            if (junit.isEmpty()) {
                console.complain(NO_JUNIT);
                return 1;
            }
            return console.run(junit.get().get(), options(tests, arguments));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String[] options(Path tests, String... arguments) {
        var options = new ArrayList<>(List.of("execute", "--disable-banner"));
        for (var argument : arguments) {
            if (argument.startsWith("-")) {
                options.add(argument);
            } else {
                options.add("--include-classname=.*\\b" + argument + ".*");
            }
        }
        if (arguments.length == 0) {
            options.add("--include-classname=.*");
        }
        options.add("--details=summary");
        options.add("--scan-classpath=" + tests);
        return options.toArray(String[]::new);
    }
}
