package nuages.project.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.error.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts the database's own program for typing SQL: psql, mariadb or sqlite3. */
@Command(
        name = "dbshell",
        description = "Starts the database's own program for typing SQL: psql, mariadb or sqlite3.",
        mixinStandardHelpOptions = true)
final class Dbshell implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;
    private final Stop stop;

    @Mixin
    private final Alias alias = new Alias();

    @Parameters(
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "Arguments for that program, after two dashes: dbshell -- -c 'select 1'")
    private List<String> more = List.of();

    Dbshell(Supplier<Site> source, Console console, Stop stop) {
        this.source = source;
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        var urls = source.get().inventory().urls();
        var url = urls.get(alias.name());
        if (url == null) {
            throw new SettingsException("there is no database \"" + alias.name() + "\": this project has "
                    + urls.keySet() + "; add it in the settings");
        }
        var shell = Shell.of(url);
        stop.leaveToOthers();
        try {
            return console.run(shell.process(more));
        } catch (IOException missing) {
            console.complain(
                    shell.program() + " cannot be started (" + missing.getMessage() + "): install " + shell.origin());
            return ExitCode.SOFTWARE;
        }
    }
}
