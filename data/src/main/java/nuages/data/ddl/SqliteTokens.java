package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a statement that SQLite keeps, read from left to right; one thread's. */
final class SqliteTokens {
    private final String sql;
    private final List<Token> all = new ArrayList<>();
    private int next;

    /**
     * A piece of it.
     *
     * @param text what it says, without quotes
     * @param quoted whether it is a name or a text in quotes
     */
    private record Token(String text, boolean quoted, int start, int end) {}

    SqliteTokens(String sql) {
        this.sql = sql;
        int at = 0;
        while (at < sql.length()) {
            at = token(at);
        }
    }

    private int token(int start) {
        char c = sql.charAt(start);
        if (Character.isWhitespace(c)) {
            return start + 1;
        }
        if (sql.startsWith("--", start)) {
            return after("\n", start);
        }
        if (sql.startsWith("/*", start)) {
            return after("*/", start + 2);
        }
        if (c == '"' || c == '`' || c == '\'' || c == '[') {
            return quoted(start, c == '[' ? ']' : c);
        }
        int end = start + 1;
        while (word(c) && end < sql.length() && word(sql.charAt(end))) {
            end++;
        }
        all.add(new Token(sql.substring(start, end), false, start, end));
        return end;
    }

    private int after(String what, int from) {
        int found = sql.indexOf(what, from);
        return found < 0 ? sql.length() : found + what.length();
    }

    private int quoted(int start, char quote) {
        var text = new StringBuilder();
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (quote != ']' && at < sql.length() && sql.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                break;
            }
        }
        all.add(new Token(text.toString(), true, start, at));
        return at;
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c > 127;
    }

    boolean more() {
        return next < all.size();
    }

    /** Whether this word comes next. */
    boolean sees(String word) {
        return sees(word, 0);
    }

    private boolean sees(String word, int ahead) {
        if (next + ahead >= all.size()) {
            return false;
        }
        var token = all.get(next + ahead);
        return !token.quoted() && token.text().equalsIgnoreCase(word);
    }

    boolean seesAny(String... words) {
        for (String word : words) {
            if (sees(word)) {
                return true;
            }
        }
        return false;
    }

    /** Reads these words if they come next. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!sees(words[i], i)) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    /** Reads what comes next: a name, or a word. */
    String take() {
        return more() ? all.get(next++).text() : "";
    }

    /** Reads a word as small letters. */
    String lower() {
        return take().toLowerCase(Locale.ROOT);
    }

    /** Reads what stands in parentheses, as it was written. */
    String inside() {
        int first = next + 1;
        skip();
        return next - 1 <= first - 1 ? "" : text(first, next - 1);
    }

    /** Reads names in parentheses; none if there are no parentheses. */
    List<String> names() {
        var names = new ArrayList<String>();
        if (take("(")) {
            while (more() && !take(")")) {
                names.add(take());
                while (more() && !sees(",") && !sees(")")) {
                    skip();
                }
                take(",");
            }
        }
        return names;
    }

    /** Reads one piece, or all that is in parentheses. */
    void skip() {
        int depth = 0;
        do {
            depth += sees("(") ? 1 : sees(")") ? -1 : 0;
            next++;
        } while (depth > 0 && more());
    }

    /** Reads until one of these comes, as it was written. */
    String until(String... ends) {
        int first = next;
        while (more() && !seesAny(ends)) {
            skip();
        }
        return text(first, next);
    }

    /** Reads one value, as it was written. */
    String value() {
        int first = next;
        if (seesAny("+", "-")) {
            next++;
        }
        skip();
        return text(first, next);
    }

    private String text(int first, int end) {
        int last = Math.min(end, all.size());
        return first >= last
                ? ""
                : sql.substring(all.get(first).start(), all.get(last - 1).end());
    }
}
