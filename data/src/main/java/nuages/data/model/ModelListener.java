package nuages.data.model;

/**
 * Is told of what happens to objects one by one; see {@link ModelSettings#listen}. Changes of many rows by one statement,
 * and bulk operations, tell nobody. An exception stops what was about to happen; what has happened is undone by the
 * {@code atomic} block around it, if there is one. Threads share it.
 *
 * @param <M> the model it listens to
 */
public interface ModelListener<M extends KeyedModel<?>> {
    /** An object is about to be written; {@link KeyedModel#isNew()} tells whether it is a new one. */
    default void beforeSave(M row) {}

    /** An object was written. */
    default void afterSave(M row, boolean created) {}

    /** An object's row is about to be deleted. */
    default void beforeDelete(M row) {}

    /** An object's row was deleted. */
    default void afterDelete(M row) {}
}
