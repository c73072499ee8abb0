package nuages.data.connection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nuages.data.error.NoWork;
import nuages.data.error.WorkCancelled;
import nuages.data.error.WorkCancelled.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What connections are opened for: a request, a command, a task, a test. When it ends, whichever way, everything it held
 * is taken back.
 *
 * <p>A work is run once, by one thread, which may {@link #fork} others. Any thread may cancel it.
 */
public final class Work {
    private static final ScopedValue<Strand> STRAND = ScopedValue.newInstance();

    private final String name;
    private final Databases databases;
    private final Statements statements;
    private long deadline;
    private boolean limited;
    private boolean patient;
    private boolean offline;
    private volatile @Nullable Reason cancelled;

    /** Guarded by itself, as are the next two. */
    private final List<Strand> strands = new ArrayList<>(1);

    /** Replaced as a whole, with the lock of the strands. */
    private volatile List<Database> written = List.of();

    private final Set<Link> used = new HashSet<>(0);
    private boolean begun;
    /** Read without the lock, to fail early; what decides is that a strand has ended. */
    private volatile boolean ended;

    private Work(String name, Databases databases) {
        this.name = name;
        this.databases = databases;
        this.statements = new Statements(name);
        databases.settings(Statements.Strict.class).ifPresent(statements::strict);
    }

    /** A work that has not begun; the name is what reports call it, such as {@code POST /polls/7/vote}. */
    public static Work of(String name, Databases databases) {
        return new Work(name, databases);
    }

    /** The same work with a time limit, counted from now: when it has passed, the work is cancelled. */
    public Work deadline(Duration limit) {
        this.deadline = System.nanoTime() + limit.toNanos();
        this.limited = true;
        return this;
    }

    /**
     * The same work, where code that asks for rows one by one is reported or fails; if not said, as the databases'
     * settings say.
     */
    public Work strict(Statements.Strict how) {
        statements.strict(how);
        return this;
    }

    /**
     * The same work, which may hold a connection for longer than {@code pool.holdLimit}, and run a statement for longer
     * than {@code pool.statementTimeout}: for what must not be cut short, such as changes of large tables.
     */
    public Work patient() {
        this.patient = true;
        return this;
    }

    boolean isPatient() {
        return patient;
    }

    /**
     * The same work, to which no connection is lent: whoever asks for one gets an {@link IllegalStateException}. For code on
     * threads that must not wait, such as those of an event loop.
     */
    public Work offline() {
        this.offline = true;
        return this;
    }

    /** The work of this thread; fails with {@link NoWork} if there is none. */
    public static Work current() {
        return Strand.current().work;
    }

    static Strand strand() {
        if (!STRAND.isBound()) {
            throw new NoWork("no work is running, so that no database can be used: a connection is always opened for a "
                    + "work.\nrequests, commands and tests have one; elsewhere start one with "
                    + "Work.of(\"nightly report\", databases).run(() -> …).");
        }
        return STRAND.get();
    }

    /**
     * Runs it: at the end, whichever way, all connections it held are back and its transactions are decided.
     *
     * @throws WorkCancelled if it was told to stop, and stopped
     * @throws IllegalStateException if it was run before
     */
    public <R, X extends Exception> R run(Block<R, X> block) throws X {
        var strand = begin();
        runsWithin(strand.parent, this);
        if (strand.parent != null) {
            statements.within(strand.parent.work.statements);
        }
        var limit = limited ? new Limit() : null;
        int watched = 0;
        try {
            if (limit != null) {
                watched = Deadlines.watch(limit);
            }
            return ScopedValue.where(STRAND, strand).call(block::run);
        } catch (Exception e) {
            if (cancelled != null && !(e instanceof WorkCancelled)) {
                throw stopped(e);
            }
            throw e;
        } finally {
            runsWithin(strand.parent, null);
            end();
            if (limit != null) {
                Deadlines.forget(limit, watched);
            }
        }
    }

    /** Its deadline, while it runs. */
    private final class Limit implements Deadlines.Limited {
        @Override
        public long nanosLeft(long now) {
            return Work.this.nanosLeft(now);
        }

        @Override
        public void timeIsUp() {
            Thread.ofVirtual().name("nuages-deadline").start(() -> cancel(Reason.DEADLINE));
        }
    }

    /** Runs it without a result; see {@link #run(Block)}. */
    public <X extends Exception> void run(Action<X> action) throws X {
        this.<Boolean, X>run(() -> {
            action.run();
            return true;
        });
    }

    private Strand begin() {
        synchronized (strands) {
            if (begun) {
                throw new IllegalStateException("work \"" + name + "\" was run before: make a new one for each run");
            }
            begun = true;
            if (cancelled != null) {
                ended = true;
                throw stopped(null);
            }
            var strand = new Strand(this, Thread.currentThread(), around());
            strands.add(strand);
            return strand;
        }
    }

    /** The strand within which this work is run, by the same thread. */
    private static @Nullable Strand around() {
        return STRAND.isBound() && STRAND.get().isCurrent() ? STRAND.get() : null;
    }

    /** From now on this work is stopped when the one around it is. */
    private static void runsWithin(@Nullable Strand around, @Nullable Work inner) {
        if (around != null) {
            around.inner = inner;
            if (inner != null) {
                around.work.cancelled().ifPresent(inner::cancel);
            }
        }
    }

    private void end() {
        boolean interrupted = Thread.interrupted();
        List<Strand> all;
        synchronized (strands) {
            ended = true;
            all = List.copyOf(strands);
        }
        for (var strand : all.reversed()) {
            if (!strand.isCurrent()) {
                strand.stop();
            }
            strand.end();
        }
        if (!used.isEmpty()) {
            databases.all().forEach(database -> database.retire(used));
        }
        interrupted |= Thread.interrupted();
        if (interrupted && (cancelled == null || cancelled == Reason.INTERRUPTED)) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs a block on a thread of its own as a part of this work: it has its own connections, and is stopped when the
     * work ends.
     */
    public <R> Future<R> fork(Block<R, ?> block) {
        var parent = STRAND.isBound() && STRAND.get().work == this ? STRAND.get() : null;
        var task = new FutureTask<>(() -> runFork(block));
        var thread = Thread.ofVirtual().name(name + " (fork)").unstarted(task);
        synchronized (strands) {
            if (ended || !begun) {
                throw new NoWork("work \"" + name + "\" " + (ended ? "has ended" : "has not begun")
                        + ": fork it while it runs, and wait for the fork within the work");
            }
            strands.add(new Strand(this, thread, parent == null ? strands.getFirst() : parent));
        }
        thread.start();
        return task;
    }

    private <R> R runFork(Block<R, ?> block) throws Exception {
        var strand = inherited();
        try {
            return ScopedValue.where(STRAND, strand).call(() -> block.run());
        } finally {
            strand.end();
            synchronized (strands) {
                strands.remove(strand);
            }
        }
    }

    /** Runs code as a thread that inherited this strand's binding would. */
    void asInherited(Strand from, Runnable code) {
        ScopedValue.where(STRAND, from).run(code);
    }

    /** The strand of a thread that inherited this work's binding, from a structured task scope. */
    Strand inherited() {
        synchronized (strands) {
            for (var strand : strands) {
                if (strand.isCurrent()) {
                    return strand;
                }
            }
            if (ended) {
                throw new NoWork("work \"" + name + "\" has ended, and thread " + Thread.currentThread()
                        + " used a database for it: end such threads within the work");
            }
            var strand = new Strand(this, Thread.currentThread(), strands.getFirst());
            strands.add(strand);
            return strand;
        }
    }

    /**
     * Tells it to stop: statements are cancelled at the database, other waits are interrupted. The first reason counts.
     * May take the time of a short network call: not for event loops.
     */
    public void cancel(Reason reason) {
        List<Strand> all;
        synchronized (strands) {
            if (cancelled != null || ended) {
                return;
            }
            cancelled = reason;
            all = List.copyOf(strands);
        }
        all.forEach(Strand::stop);
    }

    /** Why it was told to stop, if it was. */
    public Optional<Reason> cancelled() {
        return Optional.ofNullable(cancelled);
    }

    /** The statements it runs. */
    public Statements statements() {
        return statements;
    }

    /** What reports call it. */
    public String name() {
        return name;
    }

    /** The default database. */
    public Database database() {
        return databases.main();
    }

    /** All databases it may use, and what is said of them. */
    public Databases databases() {
        return databases;
    }

    /** Whether it has written to that database, so that a copy of it may be behind. */
    public boolean wrote(Database database) {
        return written.contains(database);
    }

    void writes(Database database) {
        if (written.contains(database)) {
            return;
        }
        synchronized (strands) {
            written = Stream.concat(written.stream(), Stream.of(database)).toList();
        }
    }

    /** The database of that name. */
    public Database database(String alias) {
        return databases.get(alias);
    }

    /** Runs a block in a transaction of the current work's default database; see {@link Database#atomic(Block)}. */
    public static <R, X extends Exception> R atomic(Block<R, X> block) throws X {
        return current().database().atomic(block);
    }

    /** Runs a block without a result in a transaction of the current work's default database. */
    public static <X extends Exception> void atomic(Action<X> block) throws X {
        current().database().atomic(block);
    }

    /** Cancels it if its time is over: its timer may come a little later. */
    void expire() {
        if (limited && cancelled == null && nanosLeft(System.nanoTime()) <= 0) {
            cancel(Reason.DEADLINE);
        }
    }

    /** Whether it must not wait, and so gets no connection. */
    public boolean isOffline() {
        return offline;
    }

    void check() {
        if (offline) {
            throw new IllegalStateException(
                    "work \"" + name + "\" must not wait, and asked for a database, which may keep it"
                            + " waiting: run it on a thread of its own; for a view, take onEventLoop() off its route");
        }
        if (cancelled != null) {
            throw stopped(null);
        }
        if (ended) {
            throw over();
        }
    }

    NoWork over() {
        return new NoWork("work \"" + name + "\" has ended: its databases can be used no more");
    }

    long nanosLeft(long now) {
        return limited ? deadline - now : Long.MAX_VALUE / 2;
    }

    void uses(Link link) {
        synchronized (strands) {
            used.add(link);
        }
    }

    WorkCancelled stopped(@Nullable Throwable cause) {
        return stopped(Optional.ofNullable(cancelled).orElse(Reason.REQUESTED), cause);
    }

    WorkCancelled stopped(Reason reason, @Nullable Throwable cause) {
        return new WorkCancelled(name + " was told to stop: " + Reasons.say(reason), reason, cause);
    }

    /** Its thread was interrupted by somebody else, which ends it as a cancel does. */
    WorkCancelled interrupted(@Nullable SQLException cause) {
        cancel(Reason.INTERRUPTED);
        return stopped(cause);
    }
}
