package nuages.data.connection;

import java.util.List;

/**
 * The state of a database's connections at one moment, taken without needing one.
 *
 * @param alias the database's name in the project, such as {@code default}
 * @param dialect the kind of database, such as {@code PostgreSQL}
 * @param size the most connections there may be
 * @param connecting connections being opened
 * @param idle connections that wait for work
 * @param leased connections that are lent
 * @param closing connections being closed whose server side may still be there
 * @param orphaned connections that broke on this side and whose server side has not been seen to end
 * @param waiting threads that wait for a connection
 * @param shed works turned away since the start because waiting would have been in vain
 * @param timeouts works that waited in vain since the start
 * @param control short connections beside the pool that cancel statements and end lost connections
 * @param controlSize the most of those there may be
 * @param leases who holds what, the oldest first
 */
public record PoolSnapshot(
        String alias,
        String dialect,
        int size,
        int connecting,
        int idle,
        int leased,
        int closing,
        int orphaned,
        int waiting,
        long shed,
        long timeouts,
        int control,
        int controlSize,
        List<LeaseSnapshot> leases) {

    /** Connections the server can see: all but those that are not there yet or any more. */
    public int open() {
        return connecting + idle + leased + closing + orphaned;
    }
}
