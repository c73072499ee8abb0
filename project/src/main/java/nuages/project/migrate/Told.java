package nuages.project.migrate;

import java.time.Duration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.run.Progress;
import nuages.project.command.Console;

/** Tells how far migrating has come; of the steps of a migration only where it takes its time. One thread uses it. */
final class Told implements Progress {
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Console console;
    private long began;

    Told(Console console) {
        this.console = console;
    }

    @Override
    public void waiting() {
        console.say("another process is migrating: waiting until it has finished");
    }

    @Override
    public void began(MigrationName name, boolean backwards) {
        began = System.nanoTime();
    }

    @Override
    public void step(MigrationName name, String description, int number, int of) {
        if (System.nanoTime() - began > LONG.toNanos()) {
            console.say("  " + name + ", step " + number + " of " + of + ": " + description);
        }
    }

    @Override
    public void finished(MigrationName name, boolean backwards) {
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        console.say((backwards ? "undone  " : "applied ") + name + " (" + millis + " ms)");
    }

    @Override
    public void recorded(MigrationName name, boolean backwards) {
        console.say((backwards ? "recorded as undone:  " : "recorded as applied: ") + name);
    }
}
