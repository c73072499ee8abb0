package nuages.session;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import nuages.session.store.SessionStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes sessions that have expired: to be run every day, as nothing else does so. */
@Command(
        name = "clearsessions",
        description = "Deletes sessions that have expired. Nothing else does, so let it run every day.",
        mixinStandardHelpOptions = true)
final class ClearSessions implements Callable<Integer> {
    private final SessionStore store;
    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli puts it there
    private CommandSpec spec;

    ClearSessions(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        long deleted = store.clearExpired(clock.instant());
        var out = spec.commandLine().getOut();
        out.println(deleted == 1 ? "deleted 1 expired session" : "deleted " + deleted + " expired sessions");
        out.flush();
        return ExitCode.OK;
    }
}
