package nuages.data.syntax;

/** What a value can be cast to. */
public enum CastType {
    /** Text of any length. */
    TEXT,
    /** A whole number of 64 bits. */
    BIG_INTEGER,
    /** A decimal number. */
    DECIMAL,
    /** A floating-point number of 64 bits. */
    REAL,
    /** A date. */
    DATE,
    /** A point in time. */
    TIMESTAMP,
    /** True or false. */
    BOOL
}
