package nuages.project.command;

import java.util.List;
import nuages.data.model.KeyedModel;

/**
 * An app, as commands see it.
 *
 * @param label its name, by which its migrations are recorded
 * @param models its models
 * @param migrations the package that holds its migrations
 * @param home its class
 */
public record Part(String label, List<Class<? extends KeyedModel<?>>> models, String migrations, Class<?> home) {
    /** Copies the list. */
    public Part {
        models = List.copyOf(models);
    }
}
