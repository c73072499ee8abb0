package nuages.data.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions for one connection. Each search has a limit, since nothing could stop one that never ends. */
final class SqliteRegex {
    private static final int KEPT = 16;
    private static final int STEPS = 20_000_000;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
            return size() > KEPT;
        }
    };

    boolean found(String expression, boolean anyCase, String text) {
        var pattern = patterns.computeIfAbsent(
                (anyCase ? "i" : "c") + expression,
                _ -> compile(expression, anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
        return pattern.matcher(new Limited(text)).find();
    }

    private static Pattern compile(String expression, int flags) {
        try {
            return Pattern.compile(expression, flags);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the regular expression is malformed: " + e.getDescription(), e);
        }
    }

    /** A text that can be looked at so many times. */
    private static final class Limited implements CharSequence {
        private final String text;
        private int steps;

        private Limited(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > STEPS) {
                throw new IllegalStateException("the regular expression takes too many steps: make it simpler");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
