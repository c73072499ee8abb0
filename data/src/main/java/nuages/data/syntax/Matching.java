package nuages.data.syntax;

/** How a text is compared with another. */
public enum Matching {
    /** It holds the other. */
    CONTAINS,
    /** It starts with the other. */
    STARTS,
    /** It ends with the other. */
    ENDS,
    /** It equals the other. */
    EQUAL,
    /** The other is a regular expression that is found in it. */
    REGEX
}
