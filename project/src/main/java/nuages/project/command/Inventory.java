package nuages.project.command;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.settings.DatabaseUrl;

/**
 * What a project consists of, for commands that look at it. Threads share it.
 *
 * @param parts its apps
 * @param urls where its databases are, by their aliases
 * @param values its settings
 * @param warnings what is right while developing and wrong where strangers look, a sentence each
 * @param pages what its pages are made with
 */
public record Inventory(
        List<Part> parts,
        Map<String, DatabaseUrl> urls,
        List<SetValue> values,
        Supplier<List<String>> warnings,
        Pages pages) {
    /** Copies the lists. */
    public Inventory {
        parts = List.copyOf(parts);
        urls = Map.copyOf(urls);
        values = List.copyOf(values);
    }

    /** The models of all apps. */
    public List<Class<? extends KeyedModel<?>>> models() {
        return parts.stream()
                .<Class<? extends KeyedModel<?>>>flatMap(it -> it.models().stream())
                .toList();
    }
}
