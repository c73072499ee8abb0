package nuages.project.staticfile;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.project.command.Console;
import nuages.project.command.Site;
import nuages.web.resource.Resource;
import nuages.web.staticfile.StaticSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where static files come from. */
@Command(
        name = "findstatic",
        description = "Tells where static files are: all places in order, the first of which counts.",
        mixinStandardHelpOptions = true)
final class Findstatic implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names such as polls/style.css.")
    private List<String> names = List.of();

    @Option(names = "--first", description = "Only the place that counts.")
    private boolean first;

    Findstatic(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        var settings = source.get().inventory().pages().files().settings();
        int code = 0;
        for (var name : names) {
            var found = places(settings, name);
            if (found.isEmpty()) {
                console.complain("there is no static file \"" + name + "\" in " + settings.folders());
                code = 1;
            } else {
                console.say(name + ":");
                found.forEach(place -> console.say("  " + place));
            }
        }
        return code;
    }

    private List<Resource> places(StaticSettings settings, String name) {
        var all = settings.folders().stream()
                .flatMap(it -> it.find(name).stream())
                .distinct();
        return (first ? all.limit(1) : all).toList();
    }
}
