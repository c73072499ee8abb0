package nuages.project.command;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.connection.Database;
import nuages.project.fixture.Emptying;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes all rows of the project's tables, and lets the numbers of new rows begin anew. */
@Command(
        name = "flush",
        description = "Deletes all rows of the project's tables, and lets numbers begin anew. Tables stay, and so does"
                + " what is known of migrations.",
        mixinStandardHelpOptions = true)
final class Flush implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Mixin
    private final Alias alias = new Alias();

    @Option(names = "--no-input", description = "Do not ask.")
    private boolean certain;

    Flush(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        var database = alias.database();
        var emptying = Emptying.of(database, source.get().inventory().models());
        int count = emptying.names().size();
        if (count == 0) {
            console.say("database " + database + " has no table of this project: there is nothing to delete");
            return ExitCode.OK;
        }
        if (!certain && !agreed(database, count)) {
            console.complain("nothing was deleted");
            return ExitCode.SOFTWARE;
        }
        emptying.run();
        console.say("deleted all rows of " + counted(count));
        return ExitCode.OK;
    }

    private boolean agreed(Database database, int count) {
        return console.ask("This deletes all rows of " + counted(count) + " of database " + database
                        + ", for good. Type yes to go on: ")
                .filter(it -> it.equals("yes"))
                .isPresent();
    }

    private static String counted(int tables) {
        return tables == 1 ? "1 table" : tables + " tables";
    }
}
