package nuages.project.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.DatabaseException;
import nuages.data.error.SettingsException;
import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Serves the site until it is told to stop, then lets its requests end and closes its databases. */
@Command(name = "runserver", description = "Serves the site, until CONTROL-C.", mixinStandardHelpOptions = true)
final class Runserver implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Site> source;
    private final Console console;
    private final Stop stop;
    private final Entrance entrance;

    @Mixin
    private final Places places = new Places();

    Runserver(Supplier<Site> source, Console console, Stop stop, Entrance entrance) {
        this.source = source;
        this.console = console;
        this.stop = stop;
        this.entrance = entrance;
    }

    @Override
    public Integer call() throws Exception {
        var site = source.get();
        ServerSettings server;
        ManagementSettings management;
        try {
            server = places.of(site.server());
            management = places.of(site.management());
        } catch (SettingsException wrong) {
            console.complain(String.valueOf(wrong.getMessage()));
            return ExitCode.USAGE;
        }
        stop.arm();
        try {
            start(site);
            serve(site, server, management);
        } finally {
            site.databases().all().forEach(database -> database.shutdown(GRACE));
        }
        return ExitCode.OK;
    }

    private void start(Site site) throws Exception {
        site.remarks().forEach(remark -> console.complain("note: " + remark));
        site.problems().forEach(console::complain);
        Work.of("start", site.databases()).run(() -> {
            site.start().run();
            remind(site);
            preflight(site.databases(), site.instances());
        });
    }

    private void remind(Site site) throws Exception {
        try {
            site.reminders().run().forEach(console::complain);
        } catch (DatabaseException failure) {
            console.complain("database " + site.databases().main() + ": " + failure.getMessage());
        }
    }

    private void preflight(Databases databases, int instances) {
        for (var database : databases.all()) {
            try {
                Preflight.of(database, instances)
                        .filter(it -> !it.fits())
                        .ifPresent(it -> console.complain(it.toString()));
            } catch (DatabaseException failure) {
                console.complain("database " + database + ": " + failure.getMessage());
            }
        }
    }

    private void serve(Site site, ServerSettings server, ManagementSettings management) throws InterruptedException {
        var opened = entrance.open(site, server, management);
        try {
            if (!opened.renewed()) {
                announce(site, opened);
            }
            stop.await();
        } finally {
            opened.close();
        }
    }

    private void announce(Site site, Entrance.Opened opened) {
        console.say(Version.text() + ", Java " + Runtime.version());
        console.say("Settings    "
                + (site.settings().isEmpty() ? "all from the code" : String.join(", ", site.settings())));
        for (var database : site.databases().all()) {
            console.say("Database    " + database + ", pool.size "
                    + database.settings().size());
        }
        console.say("Site        " + opened.place().url(site.server().tls().isPresent() ? "https" : "http"));
        console.say("Management  " + opened.management().url("http"));
        console.say("Quit with CONTROL-C.");
    }
}
