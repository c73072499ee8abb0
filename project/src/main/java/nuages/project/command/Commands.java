package nuages.project.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import nuages.data.connection.Work;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line of a project: the commands that every project has, and those of its apps. One thread uses it. */
public final class Commands {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Site> composing;
    private final Supplier<List<?>> source;
    private final Function<Supplier<Site>, List<?>> tools;
    private final Console console;
    private final Stop stop;
    private final Entrance entrance;
    private @Nullable Site composed;

    /**
     * The commands of a project.
     *
     * @param site the site, composed when a command needs it
     * @param own the commands of its apps, objects of picocli's annotated classes; each is run within a work
     * @param tools more commands, which are not; those that need the site are handed it
     * @param console where they write
     * @param stop what ends those that run until they are told to stop
     * @param entrance where requests come in
     */
    public Commands(
            Supplier<Site> site,
            Supplier<List<?>> own,
            Function<Supplier<Site>, List<?>> tools,
            Console console,
            Stop stop,
            Entrance entrance) {
        this.composing = site;
        this.source = own;
        this.tools = tools;
        this.console = console;
        this.stop = stop;
        this.entrance = entrance;
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param program what usage messages call the project's program
     * @return the exit code: 0, 1 if the command failed, or 2 if the arguments were wrong
     */
    public int run(String program, String... arguments) {
        try {
            return line(program, source.get()).execute(arguments);
        } catch (NuagesException failure) {
            return explain(failure);
        } catch (CommandLine.InitializationException wrong) {
            console.complain("the commands of the apps cannot be used: " + wrong.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    /** The site: the same for all that a command does. */
    private Site site() {
        if (composed == null) {
            composed = composing.get();
        }
        return composed;
    }

    private CommandLine line(String program, List<?> own) {
        var ofThemselves = new ArrayList<Object>(List.of(
                new Runserver(this::site, console, stop, entrance),
                new Check(this::site, console),
                new Connections(this::site, console)));
        ofThemselves.addAll(tools.apply(this::site));
        var onData = List.of(new Inspectdb(console));
        var root = CommandSpec.create().name(program).version(Version.text()).mixinStandardHelpOptions(true);
        root.usageMessage().synopsisSubcommandLabel("COMMAND");
        var line = new CommandLine(root);
        ofThemselves.forEach(line::addSubcommand);
        onData.forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(it -> it.getCommandSpec().version(Version.text()));
        own.forEach(line::addSubcommand);
        line.setExecutionStrategy(parsed -> execute(parsed, ofThemselves));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> explain(failure));
        return console.attach(line);
    }

    private int execute(ParseResult parsed, List<?> ofThemselves) {
        var named = parsed.asCommandLineList();
        if (named.stream().anyMatch(it -> it.isUsageHelpRequested() || it.isVersionHelpRequested())) {
            return new RunLast().execute(parsed);
        }
        if (named.size() == 1) {
            named.getFirst().usage(named.getFirst().getOut());
            return ExitCode.OK;
        }
        if (ofThemselves.contains(named.get(1).getCommand())) {
            return new RunLast().execute(parsed);
        }
        var databases = site().databases();
        try {
            return Work.of("command " + named.get(1).getCommandName(), databases)
                    .run(() -> new RunLast().execute(parsed));
        } finally {
            databases.all().forEach(database -> database.shutdown(GRACE));
        }
    }

    private int explain(Exception failure) {
        if (failure instanceof NuagesException) {
            console.complain(String.valueOf(failure.getMessage()));
        } else {
            console.complain(failure);
        }
        return ExitCode.SOFTWARE;
    }
}
