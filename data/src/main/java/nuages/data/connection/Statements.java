package nuages.data.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nuages.data.error.RepeatedQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements that a work runs: how many, which, and those that one line of code repeats for one row after the other.
 * Threads share it.
 */
public final class Statements {
    /** How often a line may ask for one more row by itself. */
    private static final int REPEATS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    private final String work;
    private final AtomicLong count = new AtomicLong();
    /** Replaced as a whole, with this object's lock. */
    private volatile List<Consumer<String>> listeners = List.of();

    /** Guarded by this object; null until a strict work looks something up. */
    private @Nullable Map<Place, Integer> lookups;

    /** The values of what was asked for by values, as many as it takes to tell; guarded as the others. */
    private @Nullable Map<Place, Set<Object>> asked;

    private volatile Strict strict = Strict.OFF;
    /** Those of the work around this one, which counts them too. */
    private volatile @Nullable Statements outer;

    private volatile @Nullable Journal journal;

    /** What happens to a line of code that asks for rows one by one, where one query could have fetched them all. */
    public enum Strict {
        /** Nothing. */
        OFF,
        /** The log tells of it. */
        WARN,
        /** It fails with {@link RepeatedQuery}. */
        FAIL
    }

    /** What was looked up, and the way that code took to the line that did. */
    private record Place(String what, int way) {}

    Statements(String work) {
        this.work = work;
    }

    void strict(Strict how) {
        this.strict = how;
    }

    void within(Statements around) {
        this.outer = around;
    }

    /** How many were run up to now, by works within this one too. */
    public long count() {
        return count.get();
    }

    /** Runs code, and tells the SQL of what the work and those within it ran meanwhile, on whichever thread. */
    public <X extends Exception> List<String> during(Action<X> action) throws X {
        var record = Collections.synchronizedList(new ArrayList<String>());
        Consumer<String> listener = record::add;
        change(all -> all.add(listener));
        try {
            action.run();
        } finally {
            change(all -> all.remove(listener));
        }
        return List.copyOf(record);
    }

    /** Keeps a journal from now on, and hands it over: the same one, if asked again. */
    public synchronized Journal journal() {
        var kept = journal == null ? new Journal() : journal;
        journal = kept;
        return kept;
    }

    /** When something begins that a journal shall tell of; zero if none is kept. */
    long begins() {
        return journal == null ? 0 : System.nanoTime();
    }

    /** A connection was waited for since then. */
    void waited(Pool at, long since) {
        var kept = journal;
        if (kept != null) {
            kept.waited(at.alias, System.nanoTime() - since);
        }
    }

    /** A call has ended that began then. */
    void ended(long began, Pool at, String sql, boolean failed) {
        var kept = journal;
        if (kept != null && began != 0) {
            kept.ran(at.alias, sql, System.nanoTime() - began, failed);
        }
    }

    private synchronized void change(Consumer<List<Consumer<String>>> how) {
        var changed = new ArrayList<>(listeners);
        how.accept(changed);
        listeners = List.copyOf(changed);
    }

    void ran(String sql) {
        count.incrementAndGet();
        listeners.forEach(it -> it.accept(sql));
        var around = outer;
        if (around != null) {
            around.ran(sql);
        }
    }

    /**
     * Something is about to be asked for a single row; for the layers above. The same for many rows in the same place is
     * what strictness is about: calls count as the same if they come by the same lines.
     *
     * @param what what is asked for
     * @param message makes a message of where it was
     * @throws RepeatedQuery if that is one too many, and strictness is to fail
     */
    public void lookup(String what, UnaryOperator<String> message) {
        if (strict == Strict.OFF) {
            return;
        }
        var stack = Thread.currentThread().getStackTrace();
        int times = times(new Place(what, CodeLine.way(stack)));
        if (times == REPEATS) {
            report(message.apply("\"" + work + "\" " + line(CodeLine.of(stack))));
        }
    }

    /** Whether there is any use in telling what is looked up. */
    public boolean areStrict() {
        return strict != Strict.OFF;
    }

    /**
     * Rows are about to be asked for by a value; for the layers above. As {@link #lookup(String, UnaryOperator)}, but the
     * same value again, as of another page of the same list or of a second attempt, does not count.
     *
     * @param methods the names of the methods of this module that count if the user's code calls them
     */
    public void lookup(String what, Object value, Set<String> methods, UnaryOperator<String> message) {
        if (strict == Strict.OFF) {
            return;
        }
        var stack = Thread.currentThread().getStackTrace();
        var called = CodeLine.called(stack);
        if (called != null
                && methods.contains(called.getMethodName())
                && oneTooMany(new Place(what, CodeLine.way(stack)), value)) {
            report(message.apply("\"" + work + "\" " + line(CodeLine.of(stack))));
        }
    }

    private synchronized boolean oneTooMany(Place place, Object value) {
        if (asked == null) {
            asked = new HashMap<>();
        }
        var values = asked.computeIfAbsent(place, _ -> new HashSet<>());
        return values.size() < REPEATS && values.add(value) && values.size() == REPEATS;
    }

    private synchronized int times(Place place) {
        if (lookups == null) {
            lookups = new HashMap<>();
        }
        return lookups.merge(place, 1, Integer::sum);
    }

    private static String line(@Nullable String line) {
        return (line == null ? "" : "at " + line + " ") + "asked " + REPEATS + " times";
    }

    private void report(String message) {
        if (strict == Strict.FAIL) {
            throw new RepeatedQuery(message);
        }
        LOG.warn(message);
    }
}
