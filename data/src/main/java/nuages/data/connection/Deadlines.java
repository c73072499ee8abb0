package nuages.data.connection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nuages.data.concurrent.Bag;

/**
 * Tells works and those who wait when their time is up. One thread sleeps until the first of them may be due, which is long
 * after most are done: so a time limit costs a place in a bag, and wakes nobody. Threads share it.
 */
final class Deadlines {
    /** Nothing is told earlier than it should be, and nothing much more than this later. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long FAR = Long.MAX_VALUE / 2;
    private static final Deadlines ALL = begun();

    private final Bag<Limited> all = new Bag<>();
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

    /** Tells it when its time is up, unless it is forgotten before; answers with the place of which it is forgotten. */
    static int watch(Limited limited) {
        long now = System.nanoTime();
        long due = now + limited.nanosLeft(now);
        int place = ALL.all.add(limited, now);
        if (due - ALL.sleepsUntil < 0) {
            LockSupport.unpark(ALL.watcher);
        }
        return place;
    }

    /** It has no time limit any more. */
    static void forget(Limited limited, int place) {
        ALL.all.remove(limited, place);
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
        var round = new Round();
        all.removeIf(round::over);
        return Math.max(STEP_NANOS, round.least);
    }

    /** One look at all of them. */
    private static final class Round {
        private final long now = System.nanoTime();

        /** How long until the next one is due. */
        private long least = FAR;

        /** Whether it was told that its time is up; if it could not be told, for lack of memory perhaps, it will be. */
        boolean over(Limited limited) {
            long left = limited.nanosLeft(now);
            if (left > 0) {
                least = Math.min(least, left);
                return false;
            }
            try {
                limited.timeIsUp();
                return true;
            } catch (RuntimeException | Error failure) {
                least = 0;
                return false;
            }
        }
    }
}
