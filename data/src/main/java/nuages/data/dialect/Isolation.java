package nuages.data.dialect;

import java.util.Locale;

/** The isolation levels of the SQL standard. SQLite is always serializable. */
public enum Isolation {
    /** Sees what others have not committed. */
    READ_UNCOMMITTED,
    /** Sees what others have committed before each statement. */
    READ_COMMITTED,
    /** Sees what others had committed before the transaction. */
    REPEATABLE_READ,
    /** As if transactions ran one after the other. */
    SERIALIZABLE;

    /** As SQL writes it. */
    String sql() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
