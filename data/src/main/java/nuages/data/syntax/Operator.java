package nuages.data.syntax;

/** What stands between two operands. */
public enum Operator {
    /** Addition. */
    PLUS("+"),
    /** Subtraction. */
    MINUS("-"),
    /** Multiplication. */
    TIMES("*"),
    /** Division. */
    DIVIDE("/"),
    /** Remainder. */
    MODULO("%"),
    /** The bits that both have. */
    BIT_AND("&"),
    /** The bits that one has. */
    BIT_OR("|");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
