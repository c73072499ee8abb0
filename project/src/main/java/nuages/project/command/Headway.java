package nuages.project.command;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Tells on a terminal how many rows have been done, where that takes its time. One thread uses it. */
final class Headway implements LongConsumer {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Console console;
    private final String done;
    private final LongSupplier nanos;
    private long last;
    private boolean told;

    /** Says such as {@code 12000 rows written}. */
    Headway(Console console, String done) {
        this(console, done, System::nanoTime);
    }

    /** With a clock that counts nanoseconds. */
    Headway(Console console, String done, LongSupplier nanos) {
        this.console = console;
        this.done = done;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** So many rows are done now. */
    @Override
    public void accept(long rows) {
        long now = nanos.getAsLong();
        if (now - last >= PATIENCE.toNanos()) {
            last = now;
            told = true;
            console.passing(rows + " rows " + done);
        }
    }

    /** It is over, for better or worse: nothing stays on the terminal. */
    void end() {
        if (told) {
            told = false;
            console.passing("");
        }
    }
}
