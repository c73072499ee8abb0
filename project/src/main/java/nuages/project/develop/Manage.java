package nuages.project.develop;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import nuages.data.error.NuagesException;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.project.start.Startapp;
import picocli.CommandLine;

/** What {@code ./manage} starts: compiles a project if need be, in this process, and runs a command of it. */
public final class Manage {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String NO_RELOAD = "--no-reload";
    private static final Set<String> HELP = Set.of("-h", "--help");

    private final Layout layout;
    private final Console console;

    Manage(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
    }

    /** Runs a command: the first argument is the project's main class, the others are for that class. */
    public static void main(String[] arguments) throws InterruptedException {
        var console = Console.system();
        if (arguments.length == 0) {
            console.complain("usage: nuages.project.develop.Manage MAIN-CLASS COMMAND …, in the folder of a project;"
                    + " ./manage does that");
            System.exit(WRONG_USAGE);
        }
        var layout = new Layout(Path.of("").toAbsolutePath(), arguments[0]);
        new Archive(layout, System.getProperty("java.class.path")).renew();
        Logging.configure(layout, arguments.length > 1 && arguments[1].equals("test"));
        System.exit(new Manage(layout, console).run(Stop.bySignals(), tail(arguments)));
    }

    /** Runs a command; answers with its exit code, unless the command ends the process. */
    int run(Stop stop, String... arguments) throws InterruptedException {
        try {
            var command = arguments.length == 0 ? "" : arguments[0];
            if (command.equals("runserver") && reloads(arguments)) {
                return new Reloading(layout, compiler(), console, stop, arguments).serve();
            }
            if (command.equals("test") && !asksForHelp(arguments)) {
                return run(built -> new Tests(layout, console).run(built, tail(arguments)));
            }
            if (command.equals("startapp")) {
                return console.attach(new CommandLine(new Startapp(console, layout.root())))
                        .execute(tail(arguments));
            }
            return run(built -> launch(built, arguments));
        } catch (NuagesException failure) {
            console.complain(String.valueOf(failure.getMessage()));
            return FAILED;
        }
    }

    private static boolean reloads(String... arguments) {
        return !List.of(arguments).contains(NO_RELOAD) && !asksForHelp(arguments);
    }

    private static boolean asksForHelp(String... arguments) {
        return Arrays.stream(arguments).anyMatch(HELP::contains);
    }

    private static String[] tail(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private Compiler compiler() {
        var path = new ArrayList<>(layout.compilePath());
        path.add(layout.resources());
        return new Compiler(layout, path);
    }

    private int run(ToIntFunction<Outcome.Built> command) {
        var sources = Look.at(List.of(layout.sources())).sourcesIn(layout.sources());
        return switch (compiler().compile(sources)) {
            case Outcome.Refused refused -> {
                console.complain(refused.text());
                yield FAILED;
            }
            case Outcome.Built built -> command.applyAsInt(built);
        };
    }

    private int launch(Outcome.Built built, String... arguments) {
        var generation = new Generation(built.folder(), layout.resources(), Manage.class.getClassLoader(), null);
        var left = Arrays.stream(arguments).filter(it -> !it.equals(NO_RELOAD)).toArray(String[]::new);
        try {
            Launch.main(generation, layout.main(), left);
            return 0;
        } catch (InvocationTargetException failure) {
            console.complain(Objects.requireNonNullElse(failure.getCause(), failure));
            return FAILED;
        }
    }
}
