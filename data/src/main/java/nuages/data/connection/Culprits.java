package nuages.data.connection;

import java.time.Duration;
import java.util.List;
import nuages.data.settings.PoolSettings;
import org.jspecify.annotations.Nullable;

/** Says who holds the connections that others wait for. */
final class Culprits {
    private static final int NAMED = 3;
    private static final int SQL_LENGTH = 120;

    private Culprits() {}

    static String exhausted(PoolSnapshot pool, PoolSettings settings, Duration waited, int position, int waiting) {
        var message = new StringBuilder("no connection became free within ")
                .append(Durations.show(waited))
                .append(": ")
                .append(pool.leased())
                .append(" in use, ")
                .append(pool.idle())
                .append(" idle, ")
                .append(waiting)
                .append(" waiting");
        if (pool.connecting() + pool.closing() + pool.orphaned() > 0) {
            message.append(" (").append(pool.connecting()).append(" connecting, ");
            message.append(pool.closing()).append(" closing, ");
            message.append(pool.orphaned()).append(" lost and not yet ended by the server)");
        }
        message.append("; this one was number ").append(position);
        return message.append(".\n")
                .append(holders(pool.leases()))
                .append(advice(pool, settings))
                .toString();
    }

    private static String advice(PoolSnapshot pool, PoolSettings settings) {
        if (pool.leased() == 0 && pool.connecting() > 0) {
            return "the database has not answered yet: see that it is up and can be reached from here.";
        }
        return "make that atomic block shorter, or raise pool.size (now " + settings.size() + ") or pool.wait (now "
                + Durations.show(settings.waitLimit()) + ").";
    }

    /** One line for each of the oldest holders. */
    static String holders(List<LeaseSnapshot> leases) {
        var lines = new StringBuilder();
        for (int i = 0; i < Math.min(NAMED, leases.size()); i++) {
            var lease = leases.get(i);
            lines.append(i == 0 ? "the oldest has been held for " : "another has been held for ")
                    .append(Durations.show(lease.age()))
                    .append(" by ")
                    .append(holder(lease))
                    .append('\n');
        }
        return lines.toString();
    }

    /** Such as {@code POST /polls/7/vote (PollViews.java:41): SELECT … FOR UPDATE}. */
    static String holder(LeaseSnapshot lease) {
        var line = lease.codeLine() == null ? "" : " (" + lease.codeLine() + ")";
        return lease.work() + line + ": " + (lease.sql() == null ? "no statement yet" : shorten(lease.sql()));
    }

    static String shorten(@Nullable String sql) {
        if (sql == null) {
            return "";
        }
        var line = sql.strip().replace('\n', ' ');
        return line.length() <= SQL_LENGTH
                ? line
                : line.substring(0, SQL_LENGTH / 2) + " … " + line.substring(line.length() - SQL_LENGTH / 2);
    }
}
