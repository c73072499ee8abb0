package nuages.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The time that it is for a site, as a test likes it: for what is signed, sessions, cookies of {@link Client}s, the times
 * that saving fills in, and templates. It begins as the system's.
 *
 * <pre>{@code
 * @Test
 * void a_link_is_good_for_an_hour(Client client, TestClock clock) {
 *     var link = …
 *     clock.forward(Duration.ofHours(2));
 *     assertThat(client.get(link)).isForbidden();
 * }
 * }</pre>
 *
 * <p>Databases, deadlines and the server's own headers go by the system's clock, as does a project's code that asks that
 * one. What a test changed is as before when it ends. Threads share it.
 */
public final class TestClock implements InstantSource {
    private final InstantSource system = InstantSource.system();
    private final Deque<Reading> before = new ArrayDeque<>();
    private volatile Reading now = new Reading(Duration.ZERO, null);

    /** How far it is ahead of the system's, or where it stands. */
    private record Reading(Duration ahead, @Nullable Instant stopped) {}

    TestClock() {}

    @Override
    public Instant instant() {
        var reading = now;
        return reading.stopped() == null ? system.instant().plus(reading.ahead()) : reading.stopped();
    }

    /**
     * Lets that time pass at once.
     *
     * @throws IllegalArgumentException if it is negative: {@link #stopAt} goes to any time
     */
    public void forward(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock cannot go forward by " + time + ": use stopAt(Instant) for a time before now");
        }
        var reading = now;
        now = new Reading(
                reading.ahead().plus(time),
                reading.stopped() == null ? null : reading.stopped().plus(time));
    }

    /** Makes it that time, which stays until it is told otherwise. */
    public void stopAt(Instant time) {
        now = new Reading(now.ahead(), time);
    }

    /** Remembers what time it is. */
    void begin() {
        before.push(now);
    }

    /** Makes it what it was when that was remembered last. */
    void undo() {
        now = before.pop();
    }
}
