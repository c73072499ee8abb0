package nuages.data.connection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to one connection on the database server. A pool has as many as its size, and a permit is free only when
 * the server is known to hold no connection for it: that is why the server never sees more. All fields are guarded by the
 * pool's lock.
 */
final class Permit {
    /** What a permit is used for; the transitions are in {@link Pool}. */
    enum State {
        /** There is no connection. */
        FREE,
        /** One is being opened. */
        CONNECTING,
        /** One waits for work. */
        IDLE,
        /** One is lent. */
        LEASED,
        /** One is being closed, and the server may still hold it. */
        CLOSING,
        /** One is lost on this side, and the server has not been seen to end it. */
        ORPHANED
    }

    State state = State.FREE;

    @Nullable
    Link link;

    @Nullable
    Lease lease;
    /** When the state began, in nanoseconds of {@link System#nanoTime}. */
    long since;
    /** Whether a thread opens or closes the connection. */
    boolean tended;

    Link link() {
        return Objects.requireNonNull(link);
    }

    void become(State next, @Nullable Link with, @Nullable Lease lentTo, long now) {
        state = next;
        link = with;
        lease = lentTo;
        since = now;
        tended = false;
    }

    /** Whether the caller is the one to open or close the connection in this state; true once. */
    boolean tend(State in) {
        boolean first = state == in && !tended;
        tended |= first;
        return first;
    }

    void completeLease() {
        if (lease != null) {
            lease.lend(this, link(), since);
        }
    }
}
