package nuages.data.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells works and those who wait when their time is up. One thread sleeps until the first of them may be due, which is long
 * after most are done: so a time limit costs a place in a set, and wakes nobody. Threads share it.
 */
final class Deadlines {
    /** Nothing is told earlier than it should be, and nothing much more than this later. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Room for many, so that two threads seldom meet at one place of the set. */
    private static final int ROOM = 4096;

    private static final long FAR = Long.MAX_VALUE / 2;
    private static final Deadlines ALL = begun();

    private final Set<Limited> all = ConcurrentHashMap.newKeySet(ROOM);
    private final Thread watcher = Thread.ofPlatform()
            .daemon()
            .name("nuages-deadlines")
            .inheritInheritableThreadLocals(false)
            .unstarted(this::watch);

    /** In {@link System#nanoTime}; what is due before it wakes the watcher. */
    private volatile long sleepsUntil = System.nanoTime() + FAR;

    /** Something with a time limit. */
    interface Limited {
        /** How long it has left, in nanoseconds; zero or less if its time is up. */
        long nanosLeft(long now);

        /**
         * Its time is up. Called by the thread that looks after all others too, so it must not take long; called again if it
         * fails.
         */
        void timeIsUp();
    }

    private Deadlines() {}

    private static Deadlines begun() {
        var deadlines = new Deadlines();
        deadlines.watcher.setContextClassLoader(null); // it outlives the code of whoever was first
        deadlines.watcher.start();
        return deadlines;
    }

    /** Begins to watch, unless it has begun: before it is needed, where that cannot fail. */
    static void begin() {
        LockSupport.unpark(ALL.watcher);
    }

    /** Tells it when its time is up, unless it is forgotten before. */
    static void watch(Limited limited) {
        ALL.all.add(limited);
        long now = System.nanoTime();
        if (now + limited.nanosLeft(now) - ALL.sleepsUntil < 0) {
            LockSupport.unpark(ALL.watcher);
        }
    }

    /** It has no time limit any more. */
    static void forget(Limited limited) {
        ALL.all.remove(limited);
    }

    private void watch() {
        while (true) {
            sleepsUntil = System.nanoTime() + FAR; // first: what comes while the others are looked at is not overlooked
            long left = tellAndLook();
            sleepsUntil = System.nanoTime() + left;
            LockSupport.parkNanos(this, left);
        }
    }

    /** Tells those whose time is up; how long until it is another one's. */
    private long tellAndLook() {
        long least = FAR;
        long now = System.nanoTime();
        for (var limited : all) {
            long left = limited.nanosLeft(now);
            if (left > 0) {
                least = Math.min(least, left);
            } else {
                least = tell(limited) ? least : 0;
            }
        }
        return Math.max(STEP_NANOS, least);
    }

    /** False if it could not be told, for lack of memory perhaps. */
    private boolean tell(Limited limited) {
        try {
            limited.timeIsUp();
            all.remove(limited);
            return true;
        } catch (RuntimeException | Error failure) {
            return false;
        }
    }
}
