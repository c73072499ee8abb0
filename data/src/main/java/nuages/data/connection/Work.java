package nuages.data.connection;

import java.time.Duration;
import java.util.Optional;
import nuages.data.error.NoWork;
import nuages.data.error.WorkCancelled;

/**
 * What connections are opened for: a request, a command, a task, a test. When it ends, everything it held is taken back.
 *
 * <p>A work is run once. Any thread may cancel it.
 */
public final class Work {
    private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

    private final String name;
    private final Databases databases;

    private Work(String name, Databases databases) {
        this.name = name;
        this.databases = databases;
    }

    /** A work that has not begun; the name is what reports call it, such as {@code POST /polls/7/vote}. */
    public static Work of(String name, Databases databases) {
        return new Work(name, databases);
    }

    /** The same work with a time limit, counted from now: when it has passed, the work is cancelled. */
    public Work deadline(Duration limit) {
        return this;
    }

    /** The work of this thread. */
    public static Work current() {
        if (!CURRENT.isBound()) {
            throw new NoWork("no work is running");
        }
        return CURRENT.get();
    }

    /** Runs it: at the end, whichever way, all connections it held are back and its transactions are decided. */
    public <R, X extends Exception> R run(Block<R, X> block) throws X {
        return ScopedValue.where(CURRENT, this).call(block::run);
    }

    /** Tells it to stop, from any thread; returns when its statements have been told to stop too. */
    public void cancel(WorkCancelled.Reason reason) {
        throw new UnsupportedOperationException();
    }

    /** Why it was told to stop, if it was. */
    public Optional<WorkCancelled.Reason> cancelled() {
        return Optional.empty();
    }

    /** What reports call it. */
    public String name() {
        return name;
    }

    /** The default database. */
    public Database database() {
        return databases.main();
    }

    /** The database of that name. */
    public Database database(String alias) {
        return databases.get(alias);
    }

    /** Runs a block in a transaction of the current work's default database. */
    public static <R, X extends Exception> R atomic(Block<R, X> block) throws X {
        return current().database().atomic(block);
    }
}
