package nuages.data.migration.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;

/**
 * Models that refer to each other in circles, and the fields without which they would not: a walk along the references
 * finds those that lead back to where it is. For use by one thread.
 */
final class Circles {
    private final Map<String, ModelState> models = new LinkedHashMap<>();
    private final BiFunction<FieldState, ModelState, List<String>> targets;
    private final Map<String, Set<FieldState>> breaking = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    Circles(List<ModelState> models, BiFunction<FieldState, ModelState, List<String>> targets) {
        models.forEach(it -> this.models.put(it.label(), it));
        this.targets = targets;
    }

    /** By model, the fields to leave out at first. */
    Map<String, Set<FieldState>> breakingFields() {
        models.values().forEach(this::visit);
        return breaking;
    }

    private void visit(ModelState model) {
        if (done.contains(model.label()) || !open.add(model.label())) {
            return;
        }
        model.fields().stream().filter(Circles::needed).forEach(it -> follow(model, it));
        model.fields().stream().filter(it -> !needed(it)).forEach(it -> follow(model, it));
        open.remove(model.label());
        done.add(model.label());
    }

    /** The key cannot come later. */
    private static boolean needed(FieldState field) {
        return field instanceof WithColumn it && it.key();
    }

    private void follow(ModelState model, FieldState field) {
        for (String target : targets.apply(field, model)) {
            var next = models.get(target);
            if (next == null) {
                continue;
            }
            if (open.contains(target)) {
                breaking.computeIfAbsent(model.label(), _ -> new LinkedHashSet<>())
                        .add(field);
            } else {
                visit(next);
            }
        }
    }
}
