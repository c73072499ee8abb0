package nuages.data.dialect;

/** The tokens of a statement, one after the other, without copying any. Not for use by several threads. */
final class SqlScanner {
    /** What a token is. */
    enum Token {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        PARAMETER,
        SYMBOL,
        EXECUTABLE_COMMENT,
        END
    }

    private final String sql;
    private final Lexis lexis;
    private int start;
    private int end;

    SqlScanner(String sql, Lexis lexis) {
        this.sql = sql;
        this.lexis = lexis;
    }

    /** How many parameters a statement has. */
    static int parameters(String sql, Lexis lexis) {
        if (sql.indexOf('?') < 0) {
            return 0;
        }
        var scanner = new SqlScanner(sql, lexis);
        int count = 0;
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            count += token == Token.PARAMETER ? 1 : 0;
        }
        return count;
    }

    /** The statement with each question mark that would be a parameter doubled, which to the driver is a single one. */
    static String doubled(String sql, Lexis lexis) {
        if (sql.indexOf('?') < 0) {
            return sql;
        }
        var scanner = new SqlScanner(sql, lexis);
        var doubled = new StringBuilder(sql.length() + 4);
        int from = 0;
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            if (token == Token.PARAMETER) {
                doubled.append(sql, from, scanner.end()).append('?');
                from = scanner.end();
            }
        }
        return doubled.append(sql, from, sql.length()).toString();
    }

    /** Goes to the next token that is neither space nor comment. */
    Token next() {
        start = end;
        while (start < sql.length()) {
            char c = sql.charAt(start);
            if (c <= ' ' || (c > 0x7f && Character.isWhitespace(c))) {
                start++;
            } else if (lexis.executableComments() && executable()) {
                end = start + 2;
                return Token.EXECUTABLE_COMMENT;
            } else if (comment(c)) {
                start = afterComment(c);
            } else {
                return token(c);
            }
        }
        end = start;
        return Token.END;
    }

    /** Where the token begins. */
    int start() {
        return start;
    }

    /** Behind its last character. */
    int end() {
        return end;
    }

    /** The token's first character. */
    char first() {
        return sql.charAt(start);
    }

    /** The character behind the token; 0 at the end. */
    char following() {
        return at(end);
    }

    /** Whether the token is this word, in upper or lower case. */
    boolean is(String word) {
        return end - start == word.length() && sql.regionMatches(true, start, word, 0, word.length());
    }

    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : 0;
    }

    private boolean executable() {
        return sql.startsWith("/*!", start) || sql.startsWith("/*M!", start);
    }

    private boolean comment(char c) {
        return switch (c) {
            case '-' -> at(start + 1) == '-' && (!lexis.dashesNeedSpace() || at(start + 2) <= ' ');
            case '/' -> at(start + 1) == '*';
            case '#' -> lexis.hashComments();
            default -> false;
        };
    }

    private int afterComment(char c) {
        if (c == '/') {
            return afterBlock();
        }
        int line = sql.indexOf('\n', start);
        return line < 0 ? sql.length() : line + 1;
    }

    private int afterBlock() {
        int depth = 1;
        int i = start + 2;
        while (i < sql.length() && depth > 0) {
            if (at(i) == '*' && at(i + 1) == '/') {
                depth--;
                i += 2;
            } else if (lexis.nestedComments() && at(i) == '/' && at(i + 1) == '*') {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        return i;
    }

    private Token token(char c) {
        if (c == '\'') {
            return until('\'', lexis.backslashes(), start + 1, Token.TEXT);
        }
        if (c == '"') {
            return lexis.doubleQuotedTexts()
                    ? until('"', true, start + 1, Token.TEXT)
                    : until('"', false, start + 1, Token.QUOTED_NAME);
        }
        if (c == '`' && lexis.backticks()) {
            return until('`', false, start + 1, Token.QUOTED_NAME);
        }
        if (c == '[' && lexis.brackets()) {
            return until(']', false, start + 1, Token.QUOTED_NAME);
        }
        if (c == '$' && lexis.dollarQuotes()) {
            return dollar();
        }
        if (c == '?') {
            return question();
        }
        return wordOrSymbol(c);
    }

    private Token wordOrSymbol(char c) {
        end = start + 1;
        if (digit(c)) {
            while (wordStart(at(end)) || digit(at(end)) || at(end) == '.') {
                end++;
            }
            return Token.NUMBER;
        }
        if (!wordStart(c)) {
            return Token.SYMBOL;
        }
        while (wordStart(at(end)) || digit(at(end)) || at(end) == '$') {
            end++;
        }
        if (lexis.escapeTexts() && is("e") && at(end) == '\'') {
            return until('\'', true, end + 1, Token.TEXT);
        }
        return Token.WORD;
    }

    private static boolean wordStart(char c) {
        char lower = (char) (c | 0x20);
        return (lower >= 'a' && lower <= 'z') || c == '_' || c > 0x7f;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token question() {
        if (lexis.questionOperators() && at(start + 1) == '?') {
            end = start + 2;
            return Token.SYMBOL;
        }
        end = start + 1;
        while (digit(at(end))) {
            end++;
        }
        return Token.PARAMETER;
    }

    /** A text between dollar tags, or a dollar that is nothing special. */
    private Token dollar() {
        int tag = start + 1;
        while (wordStart(at(tag)) || (tag > start + 1 && digit(at(tag)))) {
            tag++;
        }
        if (at(tag) != '$') {
            end = start + 1;
            return Token.SYMBOL;
        }
        int length = tag + 1 - start;
        for (int i = sql.indexOf('$', tag + 1); i >= 0; i = sql.indexOf('$', i + 1)) {
            if (sql.regionMatches(i, sql, start, length)) {
                end = i + length;
                return Token.TEXT;
            }
        }
        end = sql.length();
        return Token.TEXT;
    }

    private Token until(char quote, boolean backslashes, int from, Token token) {
        int i = from;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\' && backslashes) {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (at(i + 1) == quote) {
                i += 2;
            } else {
                end = i + 1;
                return token;
            }
        }
        end = sql.length();
        return token;
    }
}
