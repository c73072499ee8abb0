package nuages.project.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Shows the settings that are not the framework's own choice, and where they come from. */
@Command(
        name = "diffsettings",
        description = "Shows the settings that differ from the standard ones, and where they come from; secrets are"
                + " hidden.",
        mixinStandardHelpOptions = true)
final class Diffsettings implements Runnable {
    private final Supplier<Site> source;
    private final Console console;

    @Option(names = "--all", description = "Show the others too.")
    private boolean all;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    Diffsettings(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public void run() {
        var shown = source.get().inventory().values().stream()
                .filter(it -> all || !it.standard())
                .toList();
        console.say(json ? json(shown) : table(shown));
    }

    private static String table(List<SetValue> shown) {
        if (shown.isEmpty()) {
            return "all settings are the standard ones";
        }
        var table = new Table(List.of("setting", "value", "from"));
        shown.forEach(it -> table.row(List.of(it.name(), it.value(), it.source())));
        return table.toString();
    }

    private static String json(List<SetValue> shown) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        shown.forEach(
                it -> all.put(it.name(), Map.of("value", it.value(), "from", it.source(), "standard", it.standard())));
        return JsonMapper.shared().writeValueAsString(all);
    }
}
