package nuages.data.syntax;

/** Functions that every database has, by whatever name. */
public enum Function {
    /** How many rows, or how many values that are not NULL. */
    COUNT,
    /** The sum. */
    SUM,
    /** The average. */
    AVG,
    /** The least. */
    MIN,
    /** The greatest. */
    MAX,
    /** In lower case. */
    LOWER,
    /** In upper case. */
    UPPER,
    /** The number of characters. */
    LENGTH,
    /** Without white space at both ends. */
    TRIM,
    /** The first that is not NULL. */
    COALESCE,
    /** NULL if both are equal, else the first. */
    NULL_IF,
    /** All texts in a row, where NULL is an empty text. */
    CONCAT,
    /** The absolute value. */
    ABS,
    /** Rounded to some places. */
    ROUND,
    /** The time at the start of the statement or transaction. */
    NOW
}
