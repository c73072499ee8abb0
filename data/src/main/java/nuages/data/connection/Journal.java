package nuages.data.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a work did at its databases, in order, with how long each thing took: for people who look for where time goes. It is
 * kept only if {@link Statements#journal} asks for it, and has no values of parameters, which may be secret. Threads share
 * it.
 */
public final class Journal {
    /** A work that does more than this is told by numbers alone. */
    static final int LIMIT = 500;

    private final List<Entry> entries = new ArrayList<>();
    private long left;
    private Duration waited = Duration.ZERO;
    private Duration ran = Duration.ZERO;

    Journal() {}

    /**
     * One thing that was done.
     *
     * @param database the alias of the database
     * @param sql the statement; null if it was the wait for a connection
     * @param took how long it took
     * @param failed whether it failed
     */
    public record Entry(String database, @Nullable String sql, Duration took, boolean failed) {}

    /** The first 500 things that were done. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many things were done that are not among the entries. */
    public synchronized long left() {
        return left;
    }

    /** How long the work has waited for connections. */
    public synchronized Duration waited() {
        return waited;
    }

    /** How long its statements have run. */
    public synchronized Duration ran() {
        return ran;
    }

    synchronized void waited(String database, long nanos) {
        waited = waited.plusNanos(nanos);
        add(new Entry(database, null, Duration.ofNanos(nanos), false));
    }

    synchronized void ran(String database, String sql, long nanos, boolean failed) {
        ran = ran.plusNanos(nanos);
        add(new Entry(database, sql, Duration.ofNanos(nanos), failed));
    }

    private void add(Entry entry) {
        if (entries.size() < LIMIT) {
            entries.add(entry);
        } else {
            left++;
        }
    }
}
