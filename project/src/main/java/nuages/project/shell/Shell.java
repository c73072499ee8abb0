package nuages.project.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import jdk.jshell.tool.JavaShellToolBuilder;
import nuages.data.error.SettingsException;
import nuages.project.command.Console;
import nuages.project.command.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Opens JShell with the project's classes, its models imported, and a work for each snippet. */
@Command(
        name = "shell",
        description = "Opens a Java shell with the project and its models; each snippet runs within a work.",
        mixinStandardHelpOptions = true)
public final class Shell implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Site> source;
    private final Supplier<List<Class<?>>> models;
    private final List<Path> own;
    private final Console console;

    @Option(
            names = {"-c", "--command"},
            paramLabel = "CODE",
            description = "Runs this code as if it had been typed, and ends: with 1 at the first failure.")
    private @Nullable String code;

    /**
     * The command for a project.
     *
     * @param site the project, composed when it is asked for
     * @param models its models
     * @param own where its own classes are, if not on the class path
     * @param console where it writes what becomes of the code of a command line
     */
    public Shell(Supplier<Site> site, Supplier<List<Class<?>>> models, List<Path> own, Console console) {
        this.source = site;
        this.models = models;
        this.own = own;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new SettingsException("this Java (" + System.getProperty("java.home")
                    + ") has no JShell: the shell needs a JDK, a JRE is not enough");
        }
        var databases = source.get().databases();
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(new SnippetLoader(before, databases));
            return run();
        } finally {
            thread.setContextClassLoader(before);
            databases.all().forEach(database -> database.shutdown(GRACE));
        }
    }

    private int run() throws Exception {
        if (code != null) {
            try (var snippets = new Snippets(path(), Imports.of(models.get()), console)) {
                return snippets.run(code) ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
        var startup = file(Imports.of(models.get()));
        try {
            return JavaShellToolBuilder.builder()
                    .start(
                            "--execution",
                            SnippetControls.NAME,
                            "--class-path",
                            path(),
                            "--startup",
                            "DEFAULT",
                            "--startup",
                            startup.toString());
        } finally {
            Files.delete(startup);
        }
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile("shell", ".jsh"), text);
    }

    private String path() {
        var path = new ArrayList<String>();
        own.forEach(part -> path.add(part.toString()));
        path.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, path);
    }
}
