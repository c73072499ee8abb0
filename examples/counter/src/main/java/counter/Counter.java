package counter;

import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import nuages.data.error.InvalidSql;

/** The only row of its table: how often the site was visited. */
record Counter(long hits) {
    private static final String SELECT = "select hits from counter where id = 1";

    /** The counter; the first visitor creates it, and of two first visitors the second one finds it there. */
    static Counter getOrCreate() {
        return database().sql(SELECT).optional(Counter.class).orElseGet(() -> {
            try {
                database()
                        .sql("insert into counter (id, hits, hash) values (1, 0, '')")
                        .update();
            } catch (ConstraintViolated alreadyThere) {
                // somebody else was faster
            }
            return database().sql(SELECT).one(Counter.class);
        });
    }

    /** Writes this number, whatever others have written in the meantime. */
    void save() {
        database().sql("update counter set hits = ? where id = 1", hits).update();
    }

    /** Adds one to whatever number there is; the row is locked from then until the end of the atomic block. */
    static Counter increment() {
        database().sql("update counter set hits = hits + 1 where id = 1").update();
        return database().sql(SELECT).one(Counter.class);
    }

    /** Remembers what was hashed last. */
    static void saveHash(String hash) {
        database().sql("update counter set hash = ? where id = 1", hash).update();
    }

    /** Creates the table, unless it is there or another server is creating it at this moment. */
    static void createTable() {
        try {
            database().sql("""
                create table if not exists counter (
                    id int primary key, hits bigint not null, hash varchar(100) not null)\
                """).update();
        } catch (DatabaseException failure) {
            if (!tableExists()) {
                throw failure;
            }
        }
    }

    private static boolean tableExists() {
        try {
            database().sql(SELECT).optional(Counter.class);
            return true;
        } catch (InvalidSql missing) {
            return false;
        }
    }

    private static Database database() {
        return Work.current().database();
    }
}
