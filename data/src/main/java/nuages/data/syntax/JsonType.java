package nuages.data.syntax;

/** What a value within JSON is wanted as. It is NULL if it is something else. */
public enum JsonType {
    /** JSON, whatever it is. */
    JSON,
    /** A text. */
    TEXT,
    /** A number, as a decimal one. */
    NUMBER,
    /** A number, as a floating-point one. */
    REAL,
    /** True or false. */
    BOOL,
    /** Whether there is one, even if it is the null of JSON. */
    EXISTS
}
