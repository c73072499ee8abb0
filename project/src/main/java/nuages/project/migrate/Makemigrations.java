package nuages.project.migrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ModelReader;
import nuages.data.migration.draft.Differ;
import nuages.data.migration.draft.Draft;
import nuages.data.migration.draft.Merge;
import nuages.data.migration.draft.Questions;
import nuages.data.migration.draft.SourceWriter;
import nuages.project.command.Console;
import nuages.project.command.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes migrations for what has changed in models. */
@Command(
        name = "makemigrations",
        description = "Writes migrations for what has changed in models since the last ones.",
        mixinStandardHelpOptions = true)
final class Makemigrations implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "APP", description = "Apps; without any, all of them.")
    private List<String> labels = List.of();

    @Option(names = "--check", description = "Write nothing; exit with 1 if something has changed.")
    private boolean check;

    @Option(names = "--dry-run", description = "Show what would be written.")
    private boolean dry;

    @Option(names = "--empty", description = "Write a migration without operations, to be filled in by hand.")
    private boolean empty;

    @Option(names = "--merge", description = "Write one that follows all those of an app that nothing follows.")
    private boolean merge;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "WORDS",
            description = "What it is called behind its number.")
    private @Nullable String words;

    @Option(
            names = {"--no-input", "--noinput"},
            description = "Do not ask; what would need an answer is refused.")
    private boolean silent;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "The folder of sources; without, where those of the app are.")
    private @Nullable Path folder;

    Makemigrations(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (words != null && !words.matches("[A-Za-z0-9_]+")) {
            console.complain("\"" + words + "\" can be no part of a migration's name: use letters, digits and _, for"
                    + " example --name votes_are_counted");
            return ExitCode.USAGE;
        }
        var apps = Apps.of(source.get());
        labels.forEach(apps::part);
        var drafts = drafts(apps);
        if (drafts.isEmpty()) {
            console.say(merge ? "nothing to merge" : "no changes");
            return ExitCode.OK;
        }
        var sources = new Sources(folder);
        for (var draft : drafts) {
            tell(apps, sources, draft);
        }
        return check ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private List<Draft> drafts(Apps apps) {
        List<Draft> drafts = merge ? merged(apps) : empty ? empties(apps) : changed(apps);
        String called = words;
        if (called == null) {
            return drafts;
        }
        return drafts.stream().map(it -> it.named(called)).toList();
    }

    private List<Draft> changed(Apps apps) {
        var questions = silent || check ? Questions.unanswered() : new Asking(console);
        var graph = apps.graph();
        apps.parts().sequencedKeySet().forEach(graph::leaf);
        var differ = Differ.of(graph, questions).initials(apps.models());
        return wanted(differ.drafts(ModelReader.read(apps.models())));
    }

    /** Those of the apps that were named, and those they need. */
    private List<Draft> wanted(List<Draft> all) {
        if (labels.isEmpty()) {
            return all;
        }
        Set<MigrationName> wanted = new LinkedHashSet<>();
        for (var draft : all.reversed()) {
            if (labels.contains(draft.name().app()) || wanted.contains(draft.name())) {
                wanted.add(draft.name());
                wanted.addAll(draft.dependencies());
            }
        }
        return all.stream().filter(it -> wanted.contains(it.name())).toList();
    }

    private List<Draft> empties(Apps apps) {
        var graph = apps.graph();
        var drafts = new ArrayList<Draft>();
        for (var label : labels.isEmpty() ? apps.parts().sequencedKeySet() : labels) {
            var leaf = graph.leaf(label);
            int number = leaf.map(MigrationName::number).orElse(0) + 1;
            var name = new MigrationName(label, "%04d_by_hand".formatted(number));
            drafts.add(Draft.of(name, leaf.stream().toList(), List.of()));
        }
        return drafts;
    }

    private List<Draft> merged(Apps apps) {
        var graph = apps.graph();
        var drafts = new ArrayList<Draft>();
        for (var label : labels.isEmpty() ? apps.parts().sequencedKeySet() : labels) {
            Merge.of(graph, label).ifPresent(drafts::add);
        }
        return drafts;
    }

    private void tell(Apps apps, Sources sources, Draft draft) {
        var part = apps.part(draft.name().app());
        boolean written = !check && !dry;
        String text = SourceWriter.of(part.migrations()).write(draft.name(), draft);
        console.say(draft.name() + (written ? "  " + sources.write(part, draft.name(), text) : ""));
        draft.operations().forEach(it -> console.say("  - " + it.describe()));
        if (dry) {
            console.say("\n" + text);
        }
    }
}
