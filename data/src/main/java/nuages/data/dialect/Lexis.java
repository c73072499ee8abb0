package nuages.data.dialect;

/** How a database writes comments, texts and names, as far as that decides where a token ends. */
enum Lexis {
    POSTGRES,
    MARIADB,
    SQLITE;

    /** Whether a backslash in a text escapes the next character. */
    boolean backslashes() {
        return this == MARIADB;
    }

    /** Whether {@code #} begins a comment. */
    boolean hashComments() {
        return this == MARIADB;
    }

    /** Whether two dashes begin a comment only before a space. */
    boolean dashesNeedSpace() {
        return this == MARIADB;
    }

    /** Whether a comment that begins with {@code !} is run. */
    boolean executableComments() {
        return this == MARIADB;
    }

    /** Whether comments nest. */
    boolean nestedComments() {
        return this == POSTGRES;
    }

    /** Whether {@code $tag$} begins a text. */
    boolean dollarQuotes() {
        return this == POSTGRES;
    }

    /** Whether a text after {@code E} has backslashes. */
    boolean escapeTexts() {
        return this == POSTGRES;
    }

    /** Whether names may stand in square brackets. */
    boolean brackets() {
        return this == SQLITE;
    }

    /** Whether names may stand in backticks. */
    boolean backticks() {
        return this != POSTGRES;
    }

    /** Whether double quotes hold a text and not a name. */
    boolean doubleQuotedTexts() {
        return this == MARIADB;
    }

    /** Whether {@code ??} is the driver's way to write an operator with a question mark. */
    boolean questionOperators() {
        return this == POSTGRES;
    }
}
