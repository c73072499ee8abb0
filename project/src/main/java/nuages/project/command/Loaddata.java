package nuages.project.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.project.fixture.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads rows from JSON, in the format of Django's fixtures: all of them, or none. */
@Command(
        name = "loaddata",
        description =
                "Reads rows from JSON, in the format of Django's fixtures: all of them, or none. Rows whose keys are"
                        + " there are changed.",
        mixinStandardHelpOptions = true)
final class Loaddata implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What dumpdata wrote; - is what is typed or piped.")
    private List<Path> files = List.of();

    @Mixin
    private final Alias alias = new Alias();

    @Option(
            names = {"-i", "--ignorenonexistent"},
            description = "Pass over models and fields that this project does not have.")
    private boolean ignoring;

    Loaddata(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (var file : files) {
            if (!typed(file) && !Files.isReadable(file)) {
                console.complain("there is no file " + file + " that this process may read: nothing was loaded");
                return ExitCode.SOFTWARE;
            }
        }
        List<Reader> opened = new ArrayList<>();
        var headway = new Headway(console, "read");
        try {
            for (var file : files) {
                opened.add(typed(file) ? console.reader() : Files.newBufferedReader(file));
            }
            var rows = Load.read(alias.database(), source.get().inventory().models(), ignoring, opened, headway);
            headway.end();
            console.say("loaded " + rows + (rows == 1 ? " row" : " rows"));
            return ExitCode.OK;
        } finally {
            headway.end();
            for (var each : opened) {
                each.close();
            }
        }
    }

    private static boolean typed(Path file) {
        return file.toString().equals("-");
    }
}
