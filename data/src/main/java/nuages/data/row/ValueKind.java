package nuages.data.row;

/** What a parameter is for the SQL around it, where the driver's type does not tell. */
public enum ValueKind {
    /** The driver says what it is. */
    PLAIN,
    /** JSON, as its text. */
    JSON,
    /** An address of the Internet, as its text. */
    IP_ADDRESS,
    /** A text where a database cannot infer it. */
    TEXT,
    /** A whole number where a database cannot infer it. */
    WHOLE,
    /** A decimal number where a database cannot infer it. */
    DECIMAL,
    /** A duration: an interval, or its microseconds. */
    DURATION
}
