package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Operation;
import nuages.data.migration.OtherOperation;
import nuages.data.migration.ProjectState;

/**
 * Makes fewer operations of many, which lead to the same models: a field that is added to a model created just before
 * becomes a part of its creation. Nothing is moved across SQL or Java. Immutable; threads share it.
 */
public final class Optimiser {
    private final String app;

    private Optimiser(String app) {
        this.app = app;
    }

    /** For operations of that app. */
    public static Optimiser of(String app) {
        return new Optimiser(app);
    }

    /**
     * The fewer operations.
     *
     * @param before the models before the first of them
     */
    public List<Operation> optimised(List<Operation> operations, ProjectState before) {
        var best = operations;
        var next = step(best, before);
        while (next.isPresent()) {
            best = next.get();
            next = step(best, before);
        }
        return List.copyOf(best);
    }

    /** With one operation less, if that can be. */
    private Optional<List<Operation>> step(List<Operation> operations, ProjectState before) {
        var state = before;
        for (int i = 0; i < operations.size(); i++) {
            for (int k = i + 1; k < operations.size() && !(operations.get(k) instanceof OtherOperation); k++) {
                var shorter = folded(operations, i, k, state);
                if (shorter.isPresent()) {
                    return shorter;
                }
            }
            state = operations.get(i).apply(app, state);
        }
        return Optional.empty();
    }

    private Optional<List<Operation>> folded(List<Operation> operations, int first, int second, ProjectState before) {
        var fold = Fold.of(app, operations.get(first), operations.get(second), before)
                .orElse(null);
        if (fold == null) {
            return Optional.empty();
        }
        var part = new ArrayList<Operation>(fold.first());
        part.addAll(operations.subList(first + 1, second));
        part.addAll(fold.second());
        if (!same(operations.subList(first, second + 1), part, before)) {
            return Optional.empty();
        }
        var all = new ArrayList<>(operations.subList(0, first));
        all.addAll(part);
        all.addAll(operations.subList(second + 1, operations.size()));
        return Optional.of(all);
    }

    /** Whether both lead to the same models, without passing by what cannot be. */
    private boolean same(List<Operation> operations, List<Operation> fewer, ProjectState before) {
        try {
            return after(operations, before).equals(after(fewer, before));
        } catch (InvalidMigration _) {
            return false;
        }
    }

    private ProjectState after(List<Operation> operations, ProjectState before) {
        var state = before;
        for (var operation : operations) {
            state = operation.apply(app, state);
        }
        return state;
    }
}
