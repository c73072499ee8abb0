package nuages.data.connection;

/**
 * Code that is run within something: a work, a transaction.
 *
 * @param <R> what it results in
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Block<R, X extends Exception> {
    /** Runs it. */
    R run() throws X;
}
