package nuages.data.schema;

/**
 * How the database computes a column.
 *
 * @param sql the expression
 * @param stored whether it is computed when the row is written, and not each time it is read
 */
public record GeneratedAs(String sql, boolean stored) {
    /** Checks that there is an expression. */
    public GeneratedAs {
        Checks.sql("generated column", sql);
    }
}
