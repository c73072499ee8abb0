package nuages.data.migration;

import java.util.List;

/**
 * One step in the life of an app's models: a class in the app's package {@code migrations}, named such as
 * {@code M0001_initial}, with a constructor without parameters.
 *
 * <pre>{@code
 * public final class M0002_votes implements Migration {
 *     @Override
 *     public List<MigrationName> dependencies() {
 *         return List.of(on("polls", "0001_initial"));
 *     }
 *
 *     @Override
 *     public List<Operation> operations() {
 *         return List.of(addField("Choice", integer("votes").positive()).filledWith("0"));
 *     }
 * }
 * }</pre>
 *
 * <p>Where the database can, each is applied in one transaction with the note that it was: all of it, or nothing. MariaDB
 * ends a transaction with every change of a table; there it is noted after each statement how far it went, and the next
 * run goes on from there.
 */
public interface Migration {
    /** What it does, in this order. */
    List<Operation> operations();

    /** Those that must have been applied before: the one before it in its app, and those of the apps it refers to. */
    default List<MigrationName> dependencies() {
        return List.of();
    }

    /** Those that it stands for: where all of them were applied, it counts as applied. See {@code squashmigrations}. */
    default List<MigrationName> replaces() {
        return List.of();
    }

    /**
     * Whether it is applied in one transaction where the database can. Say no for what cannot be run in one, such as
     * {@code CREATE INDEX CONCURRENTLY}; on SQLite it always is.
     */
    default boolean atomic() {
        return true;
    }
}
