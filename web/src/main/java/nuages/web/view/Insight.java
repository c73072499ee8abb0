package nuages.web.view;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a developer's error page shows of a site, besides the exception. Threads share it.
 *
 * @param sources where the site's sources are
 * @param settings its settings, secrets already hidden, asked for when there is something to show
 * @param routes its routes, a line each, in the same way
 */
public record Insight(SourceFolders sources, Supplier<List<Setting>> settings, Supplier<List<String>> routes) {
    /** Nothing of the site but the exception. */
    public static Insight none() {
        return new Insight(SourceFolders.none(), List::of, List::of);
    }

    /**
     * A setting.
     *
     * @param name the variable it is read from
     * @param value its text, or what stands in place of a secret
     * @param source where it was set
     */
    public record Setting(String name, String value, String source) {}
}
