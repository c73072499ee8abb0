package nuages.project.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import nuages.data.migration.draft.Squash;
import nuages.project.command.Console;
import nuages.project.command.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one migration of several that follow each other. */
@Command(
        name = "squashmigrations",
        description = "Writes one migration that stands for several which follow each other, with as few operations as"
                + " will do. Remove those once it has been applied everywhere.",
        mixinStandardHelpOptions = true)
final class Squashmigrations implements Runnable {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(index = "0", paramLabel = "APP", description = "An app.")
    private String label = "";

    @Parameters(
            index = "1..2",
            arity = "1..2",
            paramLabel = "NAME",
            description = "The first and the last of them, or the beginnings of their names; the last alone, if the"
                    + " first is the app's first.")
    private List<String> names = List.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "The folder of sources; without, where those of the app are.")
    private @Nullable Path folder;

    Squashmigrations(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public void run() {
        var apps = Apps.of(source.get());
        var part = apps.part(label);
        var graph = apps.graph();
        var last = graph.find(label, names.getLast());
        var first = names.size() > 1
                ? graph.find(label, names.getFirst())
                : graph.ofApp(label).getFirst();
        var squash = Squash.of(graph, first, last);
        var name = squash.draft().name();
        var file = new Sources(folder).write(part, name, squash.source(part.migrations()));
        console.say(name + "  " + file);
        squash.draft().operations().forEach(it -> console.say("  - " + it.describe()));
        console.say("It stands for " + squash.draft().replaces().size() + " migrations. Once it has been applied"
                + " everywhere, remove their files, and its replaces().");
        if (!squash.borrowed().isEmpty()) {
            console.complain("note: what it does in Java it takes from them: move that into it before you remove them");
        }
    }
}
