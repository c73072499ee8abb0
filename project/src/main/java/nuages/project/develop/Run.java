package nuages.project.develop;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Objects;
import nuages.data.error.NuagesException;
import nuages.project.command.Console;
import nuages.project.command.Entrance;
import nuages.project.command.Stop;

/** One generation of a project, from its {@code main} until it is told to stop. Threads share it. */
final class Run implements Developing {
    /** Hears what becomes of a run; called from the run's thread. */
    interface Listener {
        /** It has ended by itself: what it complained about, and its exit code. */
        void ended(Run run, int code, String complaints);
    }

    private static final int FAILED = 1;

    private final Stop stop = Stop.byHand();
    private final StringWriter complaints = new StringWriter();
    private final Console console;
    private final Entrance entrance;
    private final Listener listener;
    private final Thread thread;
    private volatile int code;
    private volatile boolean told;

    Run(Layout layout, Outcome.Built built, String[] arguments, Host host) {
        this.console = host.console().copying(complaints);
        this.entrance = host.entrance(this);
        this.listener = host;
        var generation = new Generation(built.folder(), layout.resources(), Run.class.getClassLoader(), this);
        this.thread = Thread.ofPlatform().name("main").unstarted(() -> run(generation, layout.main(), arguments));
    }

    /** What runs are run by. */
    interface Host extends Listener {
        /** Where they write. */
        Console console();

        /** Where a run's requests come in. */
        Entrance entrance(Run run);
    }

    void start() {
        thread.start();
    }

    private void run(Generation generation, String main, String[] arguments) {
        try {
            Launch.main(generation, main, arguments);
        } catch (InvocationTargetException failure) {
            complain(Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (Throwable failure) {
            complain(failure);
        } finally {
            if (!told) {
                listener.ended(this, code, complaints.toString());
            }
        }
    }

    private void complain(Throwable failure) {
        code = FAILED;
        if (failure instanceof NuagesException) {
            console.complain(String.valueOf(failure.getMessage()));
        } else {
            console.complain(failure);
        }
    }

    @Override
    public void run(CommandLine project, String... arguments) {
        code = project.run(console, stop, entrance, arguments);
    }

    /** Tells it to stop and waits for its end, but not for long; whether it has ended. */
    boolean end(Duration limit) throws InterruptedException {
        told = true;
        stop.tell();
        if (thread.join(limit)) {
            return true;
        }
        thread.interrupt();
        return thread.join(limit);
    }
}
