package nuages.data.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** What is known of a database that cannot be reached. Guarded by the pool's lock. */
final class Outage {
    private static final long FIRST_PAUSE = Duration.ofMillis(25).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(400).toNanos();
    /** Servers count wrong passwords. */
    private static final long HOPELESS_PAUSE = Duration.ofSeconds(2).toNanos();

    private int failures;
    private long since;
    private boolean hopeless;
    private long nextTry;
    private long provedAt;
    private @Nullable DatabaseException last;

    /** Another try failed; the next one comes after a pause that grows and is never the same for two servers. */
    void failed(DatabaseException why, boolean withoutHope, long now) {
        if (failures++ == 0) {
            since = now;
        }
        last = why;
        hopeless = withoutHope;
        long pause = hopeless ? HOPELESS_PAUSE : Math.min(FIRST_PAUSE << Math.min(failures - 1, 10), LONGEST_PAUSE);
        nextTry = now + pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2);
    }

    /** A try succeeded. */
    void over(long now) {
        provedAt = now;
        failures = 0;
        hopeless = false;
        last = null;
    }

    boolean on() {
        return failures > 0;
    }

    /** Whether a connection was opened after that time. */
    boolean provedAfter(long time) {
        return provedAt - time >= 0;
    }

    /** Whether trying again will not help, as with a wrong password. */
    boolean hopeless() {
        return hopeless;
    }

    boolean mayTry(long now) {
        return !on() || now - nextTry >= 0;
    }

    boolean longerThan(Duration limit, long now) {
        return on() && now - since > limit.toNanos();
    }

    @Nullable
    DatabaseException last() {
        return last;
    }
}
