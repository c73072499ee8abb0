package nuages.project.start;

import java.util.Objects;
import nuages.data.error.NuagesException;
import nuages.project.command.Console;
import picocli.CommandLine;

/** What begins a project, before there is one whose commands could be run. */
public final class Start {
    private static final int FAILED = 1;

    private Start() {}

    /** Runs {@code startproject}: the arguments are the command's. */
    public static void main(String[] arguments) {
        var version = Objects.requireNonNullElse(Start.class.getPackage().getImplementationVersion(), "0.1.0-SNAPSHOT");
        System.exit(run(Console.system(), version, arguments));
    }

    /** Runs it, for a version of Nuages; answers with the exit code. */
    public static int run(Console console, String version, String... arguments) {
        return console.attach(new CommandLine(new Startproject(console, version)))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof NuagesException)) {
                        throw failure;
                    }
                    console.complain(String.valueOf(failure.getMessage()));
                    return FAILED;
                })
                .execute(arguments);
    }
}
