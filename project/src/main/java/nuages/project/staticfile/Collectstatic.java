package nuages.project.staticfile;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.project.command.Console;
import nuages.project.command.Site;
import nuages.web.staticfile.Collector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Collects static files for production. */
@Command(
        name = "collectstatic",
        description = "Collects the static files of all apps into one folder, under names with a hash, for production.",
        mixinStandardHelpOptions = true)
final class Collectstatic implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Option(
            names = {"-c", "--clear"},
            description = "First remove all that is in that folder.")
    private boolean clear;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Write nothing, and tell what would be written.")
    private boolean dry;

    @Option(
            names = {"--no-input", "--noinput"},
            description = "Do not ask before something is removed.")
    private boolean unasked;

    Collectstatic(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        var settings = source.get().inventory().pages().files().settings();
        var collector = new Collector(settings);
        if (clear && !dry && !isWanted("Remove all that is in " + settings.root() + "? (yes/no) ")) {
            console.say("Nothing was collected.");
            return 1;
        }
        if (clear && !dry) {
            collector.clear();
        }
        var collected = collector.collect(dry);
        if (dry) {
            collected.copied().forEach(name -> console.say("would copy " + name));
        }
        int count = collected.copied().size();
        console.say(count + (count == 1 ? " static file" : " static files") + (dry ? " would be" : "") + " copied to "
                + collected.root() + (collected.unmodified() > 0 ? ", " + collected.unmodified() + " unmodified" : "")
                + ".");
        return 0;
    }

    private boolean isWanted(String question) {
        return unasked || console.ask(question).filter("yes"::equals).isPresent();
    }
}
