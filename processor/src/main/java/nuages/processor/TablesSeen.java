package nuages.processor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The tables of the models that are compiled together. */
final class TablesSeen {
    private final Map<String, String> models = new HashMap<>();

    void add(ModelShape shape, Problems problems) {
        String name = shape.element().getQualifiedName().toString();
        String other = models.putIfAbsent(shape.table().toLowerCase(Locale.ROOT), name);
        if (other != null && !other.equals(name)) {
            problems.report(
                    shape.element(),
                    "table \"" + shape.table() + "\" is that of model " + other
                            + " already, and two models on one table" + " would write over each other's rows.",
                    "give one of them another with @Table(name = \"…\"), or put it in a package with another name.");
        }
    }
}
