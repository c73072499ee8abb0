package nuages.data.connection;

import nuages.data.dialect.Dialect.Effect;

/** What a statement does to get a connection, without the statement: for measuring what that costs. */
public final class Lending {
    private Lending() {}

    /** Lends a connection to this thread, which must run a work, and takes it back. */
    public static boolean once(Database database) {
        return database.lend(Effect.READ, Lease::lent);
    }
}
