package nuages.data.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nuages.data.schema.Constraint;
import nuages.data.schema.Index;

/** An operation on an index or a constraint of a model; made by {@link Operation}. */
public sealed interface IndexOperation extends Operation {
    /** The model's name. */
    String model();

    /** A new index. */
    record AddIndex(String model, Index index) implements IndexOperation {
        @Override
        public String describe() {
            return "add index " + index.name() + " to " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(
                    app + "." + model, state -> state.withIndexes(added(state, state.indexes(), index, Index::name)));
        }
    }

    /** An index goes. */
    record RemoveIndex(String model, String name) implements IndexOperation {
        @Override
        public String describe() {
            return "remove index " + name + " from " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(
                    app + "." + model,
                    state -> state.withIndexes(replaced(state, state.indexes(), name, List.of(), Index::name)));
        }
    }

    /** An index has another name. */
    record RenameIndex(String model, String from, String to) implements IndexOperation {
        @Override
        public String describe() {
            return "rename index " + from + " of " + model + " to " + to;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(app + "." + model, state -> {
                var renamed = state.indexes().stream()
                        .filter(it -> it.name().equals(from))
                        .map(it -> new Index(to, it.parts(), it.method(), it.condition(), it.include()))
                        .toList();
                return state.withIndexes(replaced(state, state.indexes(), from, renamed, Index::name));
            });
        }
    }

    /** A new constraint. */
    record AddConstraint(String model, Constraint constraint) implements IndexOperation {
        @Override
        public String describe() {
            return "add constraint " + constraint.name() + " to " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(
                    app + "." + model,
                    state -> state.withConstraints(added(state, state.constraints(), constraint, Constraint::name)));
        }
    }

    /** A constraint goes. */
    record RemoveConstraint(String model, String name) implements IndexOperation {
        @Override
        public String describe() {
            return "remove constraint " + name + " from " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(
                    app + "." + model,
                    state -> state.withConstraints(
                            replaced(state, state.constraints(), name, List.of(), Constraint::name)));
        }
    }

    /** A constraint becomes another one of the same name. */
    record AlterConstraint(String model, Constraint constraint) implements IndexOperation {
        @Override
        public String describe() {
            return "alter constraint " + constraint.name() + " of " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(
                    app + "." + model,
                    state -> state.withConstraints(replaced(
                            state, state.constraints(), constraint.name(), List.of(constraint), Constraint::name)));
        }
    }

    private static <T> List<T> added(ModelState state, List<T> all, T one, Function<T, String> name) {
        if (all.stream().anyMatch(it -> name.apply(it).equals(name.apply(one)))) {
            throw new InvalidMigration("model " + state + " is given \"" + name.apply(one)
                    + "\", and has one of that name " + "already: two migrations add it, or it needs another name.");
        }
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> replaced(
            ModelState state, List<T> all, String gone, List<T> by, Function<T, String> name) {
        if (all.stream().noneMatch(it -> name.apply(it).equals(gone))) {
            throw new InvalidMigration("model " + state + " has nothing called \"" + gone + "\" at this point of the "
                    + "migrations: it has " + all.stream().map(name).toList()
                    + ".\nmake the migration depend on the one that adds it, or correct the name.");
        }
        return all.stream()
                .flatMap(it -> name.apply(it).equals(gone) ? by.stream() : List.of(it).stream())
                .toList();
    }
}
