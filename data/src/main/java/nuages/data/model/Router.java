package nuages.data.model;

import java.util.Optional;

/**
 * Chooses among the databases of a project, by their aliases; see {@link ModelSettings#router}. Where it has no opinion,
 * it is the default database, or for an object that was read, the one it came from. Threads share it.
 *
 * <p>Within a transaction, and in a work that has written to the database of a model's writes, its reads go there too: a
 * copy may be behind.
 */
public interface Router {
    /** The database to read a model's rows from. */
    default Optional<String> reads(Class<? extends KeyedModel<?>> model) {
        return Optional.empty();
    }

    /** The database to write a model's rows to. */
    default Optional<String> writes(Class<? extends KeyedModel<?>> model) {
        return Optional.empty();
    }

    /** Whether a row in one database may refer to one in another, different database. */
    default boolean relates(
            Class<? extends KeyedModel<?>> from, String database, Class<? extends KeyedModel<?>> to, String other) {
        return false;
    }

    /** Whether a model's table belongs into that database. */
    default boolean migrates(Class<? extends KeyedModel<?>> model, String database) {
        return true;
    }
}
