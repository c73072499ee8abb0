package nuages.testing.servers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can happen to one JDBC call. Immutable. */
public sealed interface Fault {
    /** The call fails with this state and the connection stays usable, as after a violated constraint. */
    static Fault sqlError(String sqlState) {
        return new SqlError(sqlState);
    }

    /** The call throws what no driver should: a {@link RuntimeException} or an {@link Error}. */
    static Fault thrown(Throwable unchecked) {
        return new Thrown(unchecked);
    }

    /**
     * The call does not return until its statement is cancelled, its connection is closed, aborted or runs into its
     * network timeout, its virtual thread is interrupted, or this limit passes; then it fails as drivers do.
     */
    static Fault hang(Duration limit) {
        return new Hang(limit);
    }

    /** The connection is gone from now on, this call included. */
    static Fault dropped() {
        return new Dropped(null);
    }

    /** The hook cuts the connection, as {@link FaultProxy#drop} does, and then the call is made. */
    static Fault dropped(Runnable cut) {
        return new Dropped(cut);
    }

    /** An error of the server. */
    record SqlError(String sqlState) implements Fault {}

    /** An error of the program. */
    record Thrown(Throwable unchecked) implements Fault {
        /** Refuses checked exceptions, which JDBC could not throw. */
        public Thrown {
            if (!(unchecked instanceof RuntimeException || unchecked instanceof Error)) {
                throw new IllegalArgumentException("checked: " + unchecked);
            }
        }
    }

    /** No answer. */
    record Hang(Duration limit) implements Fault {}

    /** No connection. */
    record Dropped(@Nullable Runnable cut) implements Fault {}
}
