package nuages.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** A pool of connections, ours or another, that is asked the same things as the others. Threads share it. */
interface Peer extends AutoCloseable {
    /** What the benchmarks compare. */
    List<String> NAMES = List.of("nuages", "hikari", "agroal");

    /** One of the pools, filled and with the same driver settings as the others. */
    static Peer open(String name, String url, int size) throws SQLException {
        return switch (name) {
            case "nuages" -> Ours.open(url, size);
            case "hikari" -> Others.hikari(url, size);
            case "agroal" -> Others.agroal(url, size);
            default -> throw new IllegalArgumentException("there is no pool " + name + ", only " + NAMES);
        };
    }

    /** Runs code as a request would run it; to most pools it is nothing special. */
    void work(Step step) throws SQLException;

    /** Something that a work does. */
    @FunctionalInterface
    interface Step {
        /** Does it. */
        void run() throws SQLException;
    }

    /** Lends a connection and takes it back. */
    boolean lend() throws SQLException;

    /** Looks a row up by its key, with a connection lent for that. */
    Thing select(long id) throws SQLException;

    /** A row of the table that {@link #select} looks at. */
    record Thing(long id, String name, long price) {
        static final String SELECT = "select id, name, price from thing where id = ?";
    }

    /** Runs a query of one number, with a connection lent for that. */
    long query(String sql) throws SQLException;

    @Override
    void close();
}
