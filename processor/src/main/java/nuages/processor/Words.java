package nuages.processor;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names in Java as databases and people have them. */
final class Words {
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Words() {}

    /** {@code publishedAt} is {@code published_at}, and {@code httpURL} is {@code http_url}. */
    static String snake(String name) {
        return NEXT_WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** {@code LineItem} is "line item". */
    static String words(String name) {
        return snake(name).replace('_', ' ');
    }

    /** The name that was most likely meant, to end a sentence with. */
    static Optional<String> nearest(String wrong, Collection<String> names) {
        String best = null;
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                best = name;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters must be changed (the algorithm of Wagner and Fischer, row by row). */
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        for (int k = 0; k <= b.length(); k++) {
            before[k] = k;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int k = 1; k <= b.length(); k++) {
                int change = before[k - 1] + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1);
                row[k] = Math.min(change, Math.min(before[k], row[k - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
