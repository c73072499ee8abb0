package nuages.testing.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which JDBC call goes wrong, and how.
 *
 * <p>A test opens a database at {@link #url}, counts the calls of an operation once with {@link #watch} and
 * {@link #calls}, and then repeats it with {@link #failAt} for each of them. Threads may share it.
 */
public final class FaultPlan {
    private static final ConcurrentMap<Integer, FaultPlan> PLANS = new ConcurrentHashMap<>();
    private static final AtomicInteger IDS = new AtomicInteger();

    private final int id = IDS.incrementAndGet();
    private final List<String> calls = new ArrayList<>(); // guarded by this
    private int first = Integer.MAX_VALUE; // guarded by this
    private int last = Integer.MAX_VALUE; // guarded by this
    private boolean afterwards; // guarded by this
    private boolean struck; // guarded by this
    private @Nullable Fault fault; // guarded by this

    /** A plan under which all goes well. */
    public FaultPlan() {
        PLANS.put(id, this);
    }

    /** The JDBC URL under which this plan applies to the database of another JDBC URL. */
    public String url(String jdbcUrl) {
        return FaultDriver.PREFIX + id + ":" + jdbcUrl;
    }

    /** Counts calls from one again; all goes well. */
    public void watch() {
        plan(Integer.MAX_VALUE, Integer.MAX_VALUE, false, null);
    }

    /** Counts calls from one again; the n-th goes wrong instead of being made. */
    public void failAt(int n, Fault what) {
        plan(n, n, false, what);
    }

    /** Counts calls from one again; the n-th is made, but its answer is replaced by the fault. */
    public void failAfter(int n, Fault what) {
        plan(n, n, true, what);
    }

    /** Counts calls from one again; the n-th and all later ones go wrong. */
    public void failFrom(int n, Fault what) {
        plan(n, Integer.MAX_VALUE, false, what);
    }

    /** The calls seen since the plan was last changed, as in {@code Connection.commit}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Whether a call has gone wrong since the plan was last changed. */
    public synchronized boolean struck() {
        return struck;
    }

    /** Notes a call, and says what happens to it. */
    synchronized Optional<Strike> next(String call) {
        calls.add(call);
        Fault planned = fault;
        if (planned == null || calls.size() < first || calls.size() > last) {
            return Optional.empty();
        }
        struck = true;
        return Optional.of(new Strike(planned, afterwards, "call " + calls.size() + ", " + call));
    }

    static FaultPlan of(int id) {
        FaultPlan plan = PLANS.get(id);
        if (plan == null) {
            throw new IllegalArgumentException("no fault plan has the number " + id);
        }
        return plan;
    }

    private synchronized void plan(int from, int to, boolean after, @Nullable Fault what) {
        calls.clear();
        first = from;
        last = to;
        afterwards = after;
        fault = what;
        struck = false;
    }

    /** A fault that meets a call. */
    record Strike(Fault fault, boolean afterwards, String where) {}
}
