package nuages.data.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the holder of a lease does with it, and for how long. Written by who does it, read by any thread. */
final class Activity {
    private volatile @Nullable String sql;
    private volatile boolean timedOut;
    private volatile long callSince;
    private volatile long tidySince;

    /** Belongs to the reaper, as does the next one. */
    private boolean reported;

    private boolean overdue;

    void calls(String statement) {
        sql = statement;
        timedOut = false;
        callSince = System.nanoTime();
    }

    void called() {
        callSince = 0;
    }

    /** Tidying up begins; it may take its time if it began at 0. */
    void tidies(long since) {
        tidySince = since;
    }

    void tidied() {
        tidySince = 0;
    }

    /** The last statement. */
    @Nullable
    String sql() {
        return sql;
    }

    boolean busy() {
        return callSince != 0;
    }

    /** For how long the present call has run; zero if none does. */
    Duration calling(long now) {
        return since(callSince, now);
    }

    /** For how long it has been tidied up; zero if it is not, or if that may take its time. */
    Duration tidying(long now) {
        return since(tidySince, now);
    }

    private static Duration since(long began, long now) {
        return began == 0 ? Duration.ZERO : Duration.ofNanos(now - began);
    }

    /** True once a call, if the present one has run for longer than that. Called with the strand's monitor held. */
    boolean timesOut(Duration limit) {
        boolean late = !timedOut && calling(System.nanoTime()).compareTo(limit) > 0;
        timedOut |= late;
        return late;
    }

    /** Whether the last call has run for longer than it may. */
    boolean timedOut() {
        return timedOut;
    }

    /** True once: it is to be reported. */
    boolean report() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    /** True once: it is to be taken back. */
    boolean overdue() {
        boolean first = !overdue;
        overdue = true;
        return first;
    }
}
