package nuages.benchmarks.models;

import java.sql.SQLException;
import java.util.List;

/** A way to read the table of {@link Person} from PostgreSQL, by one connection that stays open. For one thread. */
interface Library extends AutoCloseable {
    /** What is compared. */
    List<String> NAMES = List.of("nuages", "jdbc", "hibernate", "jdbi", "jooq");

    /** The name of the row with that key. */
    String name(long id) throws SQLException;

    /** Reads all rows into objects, and counts them. */
    int all() throws SQLException;

    @Override
    void close() throws SQLException;

    /** Runs what is measured as each library wants it to be run. */
    default void run(Steps steps) throws SQLException {
        steps.run();
    }

    /** What is measured. */
    interface Steps {
        /** Does it. */
        void run() throws SQLException;
    }

    /** One of them, on a table that is filled. */
    static Library open(String name, String url) throws SQLException {
        return switch (name) {
            case "nuages" -> new ByNuages(url);
            case "jdbc" -> new ByJdbc(Tools.connect(url, ""));
            case "hibernate" -> new ByHibernate(url);
            case "jdbi" -> new ByJdbi(Tools.connect(url, ""));
            case "jooq" -> new ByJooq(Tools.connect(url, ""));
            default -> throw new IllegalArgumentException("there is no library " + name + ", only " + NAMES);
        };
    }
}
