package nuages.data.migration;

import nuages.data.connection.Database;

/** What a migration does in Java; see {@link Operation#runJava}. */
@FunctionalInterface
public interface JavaStep {
    /**
     * Does it, within the current work and, where there is one, the migration's transaction.
     *
     * <p>The models are known as they were at this point in their history: {@code models.get("polls.Question").table()}.
     * Query by {@link Database#sql}: the classes of today's code may have fields that the tables do not have yet.
     *
     * @throws Exception if it cannot be done; the migration then fails
     */
    void run(Database database, ProjectState models) throws Exception;
}
