package nuages.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nuages.project.command.Commands;
import nuages.project.command.Console;
import nuages.project.command.Entrance;
import nuages.project.command.Listeners;
import nuages.project.command.Site;
import nuages.project.command.Stop;
import nuages.project.develop.Developing;
import nuages.project.migrate.MigrationCommands;
import nuages.project.shell.Shell;
import nuages.project.staticfile.StaticFileCommands;
import nuages.project.trial.Trial;

/**
 * Apps, settings and databases put together: what a site's {@code main} runs. Immutable; threads share it.
 *
 * <pre>{@code
 * void main(String[] args) {
 *     Project.of(settings -> settings.database(env("DATABASE_URL", "sqlite:site.db")).apps(new Polls()))
 *             .run(args);
 * }
 * }</pre>
 */
public final class Project {
    private static final String KEY_OF_TESTS = "of a project in a test, which has nothing to protect";

    private final Consumer<Settings> settings;
    private final Supplier<Environment> environment;
    private final String program;

    private Project(Consumer<Settings> settings, Supplier<Environment> environment, String program) {
        this.settings = settings;
        this.environment = environment;
        this.program = program;
    }

    /** A project with these settings; they are read when it is run. */
    public static Project of(Consumer<Settings> settings) {
        return new Project(settings, Environment::system, CodeLine.program());
    }

    /** The same project in another environment. */
    Project in(Supplier<Environment> other) {
        return new Project(settings, other, program);
    }

    /**
     * Runs the command that the arguments name, such as {@code runserver}, and ends the process with its exit code: 0, 1
     * if it failed, 2 if the arguments were wrong. Within {@code ./manage runserver} it returns instead, and may be run
     * again; so it does in a test, where it only says what it consists of.
     */
    public void run(String... arguments) {
        var trial = Trial.current();
        if (trial.isPresent()) {
            compose(trial.get());
            return;
        }
        var developing = Developing.around(Thread.currentThread());
        if (developing.isPresent()) {
            developing.get().run(this::run, arguments);
        } else {
            var console = Console.system();
            System.exit(run(console, Stop.bySignals(), entrance(console), arguments));
        }
    }

    /** Runs a command and answers with its exit code. */
    int run(Console console, Stop stop, String... arguments) {
        return run(console, stop, entrance(console), arguments);
    }

    private void compose(Trial trial) {
        var read = new Settings(environment.get().with(trial.variables()));
        read.opening = trial.opening();
        settings.accept(read);
        read.middleware.addAll(trial.middleware());
        trial.clock().ifPresent(read::clock);
        if (read.secretKey != null) {
            read.environment.standIn(read.secretKey, KEY_OF_TESTS);
        }
        trial.composed(new Composer(read).site());
    }

    private int run(Console console, Stop stop, Entrance entrance, String... arguments) {
        var read = new Settings(environment.get());
        var site = new Once<>(() -> new Composer(read).site());
        return new Commands(
                        site,
                        () -> commands(read, site, console),
                        composed -> tools(composed, read, console),
                        console,
                        stop,
                        entrance)
                .run(Developing.program(Thread.currentThread(), program), arguments);
    }

    private static List<?> tools(Supplier<Site> site, Settings read, Console console) {
        var thread = Thread.currentThread();
        var tools = new ArrayList<Object>();
        tools.add(new Shell(
                site,
                () -> read.apps.stream()
                        .<Class<?>>flatMap(app -> app.models().stream())
                        .toList(),
                Developing.classes(thread),
                console));
        tools.addAll(StaticFileCommands.of(site, console));
        tools.addAll(Developing.commands(thread, console));
        return tools;
    }

    private static Entrance entrance(Console console) {
        return (site, server, management) -> Listeners.start(site, server, management, console);
    }

    private List<?> commands(Settings read, Supplier<Site> site, Console console) {
        settings.accept(read);
        var apps = read.apps.stream().flatMap(app -> app.commands().stream());
        return Stream.concat(MigrationCommands.of(site, console).stream(), apps).toList();
    }
}
