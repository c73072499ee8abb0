package counter;

import nuages.data.connection.Work;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import nuages.data.error.InvalidSql;

/** The only row of its table: how often the page was visited. */
record Counter(long hits) {
    /** The counter; the first visitor finds none and creates it. Of two first visitors, one comes second. */
    static Counter getOrCreate() {
        var database = Work.current().database();
        return database.sql("select hits from counter where id = 1")
                .optional(Counter.class)
                .orElseGet(() -> {
                    try {
                        database.sql("insert into counter (id, hits, hash) values (1, 0, '')").update();
                    } catch (ConstraintViolated somebodyWasFaster) {
                        // then it is there, and that is all this wanted
                    }
                    return database.sql("select hits from counter where id = 1").one(Counter.class);
                });
    }

    /** The next visit. */
    Counter next() {
        return new Counter(hits + 1);
    }

    /** Writes what this one knows, whatever others may have written meanwhile. */
    void save() {
        Work.current().database().sql("update counter set hits = ? where id = 1", hits).update();
    }

    /** Creates the table unless it is there. */
    static void createTable() {
        var database = Work.current().database();
        try {
            database.sql("create table if not exists counter"
                            + " (id int primary key, hits bigint not null, hash varchar(100) not null)")
                    .update();
        } catch (DatabaseException failure) {
            if (!tableExists()) { // of two servers that create it at once, PostgreSQL lets one fail
                throw failure;
            }
        }
    }

    private static boolean tableExists() {
        try {
            Work.current().database().sql("select hits from counter").list(Long.class);
            return true;
        } catch (InvalidSql missing) {
            return false;
        }
    }
}
