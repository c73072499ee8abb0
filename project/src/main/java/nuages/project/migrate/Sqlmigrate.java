package nuages.project.migrate;

import java.util.function.Supplier;
import nuages.data.migration.MigrationName;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.migration.run.Migrator;
import nuages.project.command.Alias;
import nuages.project.command.Console;
import nuages.project.command.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the statements of a migration. */
@Command(
        name = "sqlmigrate",
        description = "Shows the statements of a migration, in the words of a database; nothing is run.",
        mixinStandardHelpOptions = true)
final class Sqlmigrate implements Runnable {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(index = "0", paramLabel = "APP", description = "An app.")
    private String label = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "One of its migrations, or the beginning of its name.")
    private String name = "";

    @Mixin
    private final Alias alias = new Alias();

    @Option(names = "--backwards", description = "Show those that undo it.")
    private boolean backwards;

    Sqlmigrate(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public void run() {
        var apps = Apps.of(source.get());
        apps.part(label);
        var dialect = alias.database().dialect();
        var found = find(apps);
        Migrator.sql(dialect, apps.migrations(), found, backwards).forEach(console::say);
    }

    /** One that has been squashed is found by more of its name than the one that stands for it begins with. */
    private MigrationName find(Apps apps) {
        var graph = apps.graph();
        boolean current = graph.ofApp(label).stream().anyMatch(it -> it.name().startsWith(name));
        return (current ? graph : MigrationGraph.unsquashed(apps.migrations())).find(label, name);
    }
}
