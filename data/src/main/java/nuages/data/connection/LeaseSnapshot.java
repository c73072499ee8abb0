package nuages.data.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One lent connection at one moment.
 *
 * @param work who it was lent to, such as {@code POST /polls/7/vote}
 * @param thread the thread that holds it
 * @param age for how long it has been held
 * @param sql the statement it runs, or ran last; null before the first
 * @param codeLine the line of the user's code that holds it, such as {@code PollViews.java:41}; null if there is none
 * @param transaction whether it is held by an atomic block
 * @param busy whether a statement is running right now
 */
public record LeaseSnapshot(
        String work,
        String thread,
        Duration age,
        @Nullable String sql,
        @Nullable String codeLine,
        boolean transaction,
        boolean busy) {}
