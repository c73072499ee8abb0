package nuages.project.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.error.DatabaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Composes the site and asks its databases, and tells everything that is wrong at once. */
@Command(
        name = "check",
        description =
                "Checks the settings, the routes, the templates and the databases, and tells everything that is wrong.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;
    private final List<String> problems = new ArrayList<>();

    @Option(
            names = "--deploy",
            description = "Also tell what is right while developing and wrong where strangers look.")
    private boolean deploy;

    Check(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        var site = source.get();
        problems.addAll(site.problems());
        problems.addAll(site.inventory().pages().templates().problems());
        if (deploy) {
            problems.addAll(site.inventory().warnings().get());
        }
        site.remarks().forEach(remark -> console.complain("note: " + remark));
        site.databases().all().forEach(database -> check(site, database));
        site.databases().all().forEach(database -> database.shutdown(Duration.ZERO));
        problems.forEach(console::complain);
        console.say(
                problems.isEmpty()
                        ? "no problems"
                        : problems.size() == 1 ? "1 problem" : problems.size() + " problems");
        return problems.isEmpty() ? 0 : 1;
    }

    private void check(Site site, Database database) {
        try {
            database.check();
            Optional<Preflight> preflight =
                    Work.of("check", site.databases()).run(() -> Preflight.of(database, site.instances()));
            console.say("database " + database + ": " + database.dialect().name() + " answers");
            preflight.filter(Preflight::fits).ifPresent(sum -> console.say(sum.toString()));
            preflight.filter(sum -> !sum.fits()).ifPresent(sum -> problems.add(sum.toString()));
        } catch (DatabaseException failure) {
            problems.add("database " + database + ": " + failure.getMessage());
        }
    }
}
