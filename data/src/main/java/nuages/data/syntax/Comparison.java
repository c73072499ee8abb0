package nuages.data.syntax;

/** How two values compare. */
public enum Comparison {
    /** Equal. */
    EQUAL("="),
    /** Different, where neither is NULL. */
    UNEQUAL("<>"),
    /** Equal, or both NULL. */
    SAME("is not distinct from"),
    /** Different, or just one NULL. */
    DISTINCT("is distinct from"),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    AT_LEAST(">=");

    private final String sql;

    Comparison(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    boolean knowsNull() {
        return this == SAME || this == DISTINCT;
    }
}
