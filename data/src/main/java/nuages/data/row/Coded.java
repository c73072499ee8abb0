package nuages.data.row;

/**
 * An enum whose constants are kept by codes of their own, and not by their names.
 *
 * @param <C> the type of the codes: String, Short, Integer or Long
 */
public interface Coded<C> {
    /** What is kept in the column; no other constant has it. */
    C code();
}
