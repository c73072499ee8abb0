package nuages.data.syntax;

/** What stands between two operands. */
public enum Operator {
    /** Addition. */
    PLUS("+"),
    /** Subtraction. */
    MINUS("-"),
    /** Multiplication. */
    TIMES("*"),
    /** Division with a fraction; NULL by 0. */
    DIVIDE("/"),
    /** Division of whole numbers, without what remains; NULL by 0. */
    DIVIDE_WHOLE("/"),
    /** What remains of a division of whole numbers, with the sign of the first; NULL by 0. */
    MODULO("%"),
    /** What remains of a division of other numbers, with the sign of the first; NULL by 0. */
    MODULO_REAL("%"),
    /** The bits that both have. */
    BIT_AND("&"),
    /** The bits that one has. */
    BIT_OR("|"),
    /** The bits that just one has. */
    BIT_XOR("#"),
    /** The bits moved up. */
    SHIFT_LEFT("<<"),
    /** The bits moved down. */
    SHIFT_RIGHT(">>");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** Whether there may be no result. */
    boolean mayFail() {
        return this == DIVIDE || this == DIVIDE_WHOLE || this == MODULO || this == MODULO_REAL;
    }
}
