package nuages.data.sqlite;

import java.util.Locale;

/** Texts, one character at a time as databases see them. */
final class SqliteTexts {
    private SqliteTexts() {}

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The same for texts that differ in upper and lower case alone, with as many characters. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Cut off at the end, or filled up. */
    static String pad(boolean left, String text, long characters, String fill) {
        int length = Math.toIntExact(characters);
        int has = text.codePointCount(0, text.length());
        if (has >= length || fill.isEmpty()) {
            return text.substring(0, text.offsetByCodePoints(0, Math.min(has, length)));
        }
        var filling = new StringBuilder();
        int[] with = fill.codePoints().toArray();
        for (int i = 0; i < length - has; i++) {
            filling.appendCodePoint(with[i % with.length]);
        }
        return left ? filling + text : text + filling;
    }
}
