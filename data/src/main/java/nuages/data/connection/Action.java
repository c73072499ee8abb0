package nuages.data.connection;

/**
 * A {@link Block} without a result.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Action<X extends Exception> {
    /** Runs it. */
    void run() throws X;
}
