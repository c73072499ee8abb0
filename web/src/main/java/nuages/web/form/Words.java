package nuages.web.form;

import java.util.Locale;

/** Names in Java as words that people read. */
final class Words {
    private Words() {}

    /** {@code publishedAt} is "Published at", {@code IN_TRANSIT} is "In transit". */
    static String of(String name) {
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        var words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins =
                    !shouted && i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1));
            if (c == '_' || begins) {
                words.append(' ');
            }
            if (c != '_') {
                words.append(Character.toLowerCase(c));
            }
        }
        return sentence(words.toString());
    }

    /** In small letters alone. */
    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** With a capital letter at its beginning. */
    static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
