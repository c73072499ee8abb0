package nuages.testing;

import java.util.List;
import java.util.StringJoiner;
import nuages.data.connection.Database;
import nuages.data.connection.LeaseSnapshot;
import nuages.data.error.NuagesException;

/** Connections that a test left lent. */
final class LeftOver extends NuagesException {
    private static final long serialVersionUID = 1L;

    private LeftOver(String message) {
        super(message, null);
    }

    static LeftOver of(String test, List<LeaseSnapshot> leases, Database database) {
        var message = new StringJoiner("\n");
        message.add(test + " ended and left " + (leases.size() == 1 ? "a connection" : leases.size() + " connections")
                + " of database \"" + database.alias() + "\" lent, which would be missing elsewhere:");
        for (var lease : leases) {
            message.add("held for " + lease.age().toMillis() + "ms by " + lease.work()
                    + (lease.codeLine() == null ? "" : " (" + lease.codeLine() + ")") + ": "
                    + (lease.sql() == null ? "no statement yet" : lease.sql())
                    + (lease.transaction() ? ", in a transaction that is open" : ""));
        }
        message.add("close what the data source lent, and wait for the threads and forks that the test started.");
        return new LeftOver(message.toString());
    }
}
