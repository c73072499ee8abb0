package nuages.data.syntax;

/** How a text is compared with a pattern. */
public enum Matching {
    /** {@code like}, where upper and lower case differ. */
    LIKE,
    /** {@code like}, where they do not. */
    LIKE_ANY_CASE,
    /** Equal but for upper and lower case. */
    EQUAL_ANY_CASE,
    /** A regular expression in the database's own dialect. */
    REGEX,
    /** A regular expression that takes upper and lower case for equal. */
    REGEX_ANY_CASE
}
