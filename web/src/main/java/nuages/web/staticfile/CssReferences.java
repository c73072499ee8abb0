package nuages.web.staticfile;

import java.util.function.UnaryOperator;

/**
 * Finds what a style sheet refers to: {@code url(…)}, in quotes or without, and {@code @import "…"}. Comments and other
 * strings are left as they are. One thread uses it.
 */
final class CssReferences {
    private final String css;
    private final UnaryOperator<String> change;
    private final StringBuilder changed;
    private int at;

    private CssReferences(String css, UnaryOperator<String> change) {
        this.css = css;
        this.change = change;
        this.changed = new StringBuilder(css.length() + 64);
    }

    /** The style sheet with each reference changed. */
    static String change(String css, UnaryOperator<String> change) {
        return new CssReferences(css, change).whole();
    }

    private String whole() {
        while (at < css.length()) {
            if (css.startsWith("/*", at)) {
                int end = css.indexOf("*/", at + 2);
                copyTo(end < 0 ? css.length() : end + 2);
            } else if (isWord("url(")) {
                copyTo(at + "url(".length());
                reference(')');
            } else if (isWord("@import")) {
                copyTo(at + "@import".length());
                spaces();
                if (at < css.length() && isQuote(css.charAt(at))) {
                    reference(' ');
                }
            } else if (isQuote(css.charAt(at))) {
                copyTo(endOfString());
            } else {
                copyTo(at + 1);
            }
        }
        return changed.toString();
    }

    /** What is referred to, in quotes or up to a character. */
    private void reference(char end) {
        spaces();
        if (at < css.length() && isQuote(css.charAt(at))) {
            int stop = endOfString();
            changed.append(css.charAt(at)).append(change.apply(css.substring(at + 1, Math.max(at + 1, stop - 1))));
            at = Math.max(at + 1, stop - 1);
            copyTo(stop);
        } else {
            int stop = css.indexOf(end, at);
            int to = stop < 0 ? css.length() : stop;
            var text = css.substring(at, to);
            changed.append(change.apply(text.stripTrailing()))
                    .append(text, text.stripTrailing().length(), text.length());
            at = to;
        }
    }

    private boolean isWord(String word) {
        return css.regionMatches(true, at, word, 0, word.length()) && (at == 0 || !isNameCharacter(css.charAt(at - 1)));
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private int endOfString() {
        char quote = css.charAt(at);
        for (int i = at + 1; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return css.length();
    }

    private void spaces() {
        while (at < css.length() && Character.isWhitespace(css.charAt(at))) {
            copyTo(at + 1);
        }
    }

    private void copyTo(int end) {
        changed.append(css, at, end);
        at = end;
    }
}
