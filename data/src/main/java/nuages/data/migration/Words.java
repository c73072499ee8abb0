package nuages.data.migration;

import java.util.Locale;

/** Names in Java as databases have them; the annotation processor names columns so, too. */
final class Words {
    private Words() {}

    /** {@code publishedAt} is {@code published_at}, and {@code httpURL} is {@code http_url}. */
    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
