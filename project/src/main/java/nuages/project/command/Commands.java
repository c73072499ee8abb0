package nuages.project.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nuages.data.connection.Work;
import nuages.data.error.NuagesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line of a project: the commands that every project has, and those of its apps. */
public final class Commands {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final String OURS = "nuages.";

    private final Supplier<Site> site;
    private final Supplier<List<?>> source;
    private final Function<Supplier<Site>, List<?>> tools;
    private final Console console;
    private final Stop stop;
    private final Entrance entrance;

    /**
     * The commands of a project.
     *
     * @param site the site, which is composed when a command first asks for it
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
        this.site = site;
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
            return line(program, source.get(), arguments.length == 0 ? "" : arguments[0])
                    .execute(arguments);
        } catch (NuagesException failure) {
            return explain(failure);
        } catch (CommandLine.InitializationException wrong) {
            console.complain("the commands of the apps cannot be used: " + wrong.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private CommandLine line(String program, List<?> own, String first) {
        var ofThemselves = new ArrayList<Object>(List.of(
                new Runserver(site, console, stop, entrance),
                new Check(site, console),
                new Connections(site, console),
                new Dbshell(site, console, stop),
                new Diffsettings(site, console),
                new Completion(console)));
        ofThemselves.addAll(tools.apply(site));
        var onData = List.of(
                new Inspectdb(console),
                new Flush(site, console),
                new Dumpdata(site, console),
                new Loaddata(site, console));
        var root = CommandSpec.create().name(program).version(Version.text()).mixinStandardHelpOptions(true);
        root.usageMessage().synopsisSubcommandLabel("COMMAND");
        var line = new CommandLine(root);
        var ours = Stream.concat(ofThemselves.stream(), onData.stream()).toList();
        needed(Stream.concat(ours.stream(), own.stream()).toList(), first).forEach(line::addSubcommand);
        line.getSubcommands().values().stream()
                .filter(it -> ours.contains(it.getCommand()))
                .forEach(it -> it.getCommandSpec().version(Version.text()));
        line.setExecutionStrategy(parsed -> execute(parsed, ofThemselves));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> explain(failure));
        return console.attach(line);
    }

    /**
     * The one that is named, as to read what picocli wants to know of all takes longer than most of them run; all, if
     * there is not one of that name, or if it may look at the others, as an app's own may.
     */
    private static List<?> needed(List<?> all, String first) {
        var named = all.stream().filter(it -> isCalled(it, first)).toList();
        return named.size() == 1 && isAlone(named.getFirst()) ? named : all;
    }

    private static boolean isAlone(Object command) {
        return !(command instanceof Completion)
                && command.getClass().getPackageName().startsWith(OURS);
    }

    private static boolean isCalled(Object command, String name) {
        var marked = command.getClass().getAnnotation(Command.class);
        return marked != null
                && (marked.name().equals(name) || List.of(marked.aliases()).contains(name));
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
        var databases = site.get().databases();
        try {
            return Work.of("command " + named.get(1).getCommandName(), databases)
                    .patient()
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
