package nuages.data.ddl;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of SQL that users wrote, or that a database printed. */
final class SqlText {
    private static final Pattern LITERAL = Pattern.compile(
            "[-+]?\\d+(\\.\\d+)?|'([^'\\\\]|'')*'|true|false|null|current_timestamp", Pattern.CASE_INSENSITIVE);

    private SqlText() {}

    /** A default: a value as it is, an expression in parentheses. */
    static String defaulted(String sql) {
        return literal(sql) ? sql : wrapped(sql);
    }

    /** Whether it is one value, the same for all rows. */
    static boolean literal(String sql) {
        return LITERAL.matcher(sql).matches();
    }

    /** The expression in parentheses. */
    static String wrapped(String sql) {
        return "(" + unwrapped(sql) + ")";
    }

    /** The expression without the parentheses that enclose all of it. */
    static String unwrapped(String sql) {
        String inner = sql.strip();
        while (enclosed(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    static <T> String list(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(", "));
    }

    private static boolean enclosed(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                i = closing(sql, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0 && i < sql.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }

    /** The place of the quote that ends what begins there; doubled quotes end it and begin it again. */
    private static int closing(String sql, int start) {
        int end = sql.indexOf(sql.charAt(start), start + 1);
        return end < 0 ? sql.length() : end;
    }
}
