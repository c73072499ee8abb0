package nuages.project.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nuages.data.connection.Work;
import nuages.data.migration.MigrationName;
import nuages.data.migration.history.MigrationGraph;
import nuages.project.command.Alias;
import nuages.project.command.Console;
import nuages.project.command.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Shows all migrations, and which of them have been applied. */
@Command(
        name = "showmigrations",
        description = "Shows all migrations, and which of them have been applied.",
        mixinStandardHelpOptions = true)
final class Showmigrations implements Runnable {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "APP", description = "Apps; without any, all of them.")
    private List<String> labels = List.of();

    @Mixin
    private final Alias alias = new Alias();

    @Option(
            names = {"-p", "--plan"},
            description = "Show them in the order in which they are applied.")
    private boolean planned;

    @Option(names = "--json", description = "Print them as JSON, in that order.")
    private boolean json;

    Showmigrations(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public void run() {
        var apps = Apps.of(source.get());
        labels.forEach(apps::part);
        var databases = Work.current().databases();
        var migrator = apps.migrator(databases, alias.database());
        var graph = migrator.graph();
        var applied = new HashSet<>(migrator.applied());
        if (json) {
            console.say(JsonMapper.shared().writeValueAsString(list(graph, applied)));
        } else if (planned) {
            graph.order().stream().filter(this::wanted).forEach(it -> console.say(mark(applied, it) + it));
        } else {
            for (var label : labels.isEmpty() ? apps.parts().sequencedKeySet() : labels) {
                show(label, graph, applied);
            }
        }
        migrator.problems().forEach(it -> console.complain("note: " + it));
    }

    private boolean wanted(MigrationName name) {
        return labels.isEmpty() || labels.contains(name.app());
    }

    private void show(String label, MigrationGraph graph, Set<MigrationName> applied) {
        console.say(label);
        var own = graph.ofApp(label);
        own.forEach(it -> console.say(" " + mark(applied, it) + it.name()));
        if (own.isEmpty()) {
            console.say(" (no migrations)");
        }
    }

    private static String mark(Set<MigrationName> applied, MigrationName name) {
        return applied.contains(name) ? "[X] " : "[ ] ";
    }

    private List<Map<String, Object>> list(MigrationGraph graph, Set<MigrationName> applied) {
        var all = new ArrayList<Map<String, Object>>();
        for (var name : graph.order()) {
            if (wanted(name)) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("app", name.app());
                each.put("name", name.name());
                each.put("applied", applied.contains(name));
                all.add(each);
            }
        }
        return all;
    }
}
