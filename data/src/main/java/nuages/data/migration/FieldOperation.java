package nuages.data.migration;

import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import org.jspecify.annotations.Nullable;

/** An operation on a field of a model; made by {@link Operation}. */
public sealed interface FieldOperation extends Operation {
    /** The model's name. */
    String model();

    /**
     * A new field.
     *
     * @param fill what rows that are there get once, in SQL; null if there is no need
     */
    record AddField(
            String model, FieldState field, @Nullable String fill) implements FieldOperation {
        /** Fills rows that are there with this: SQL that all your databases understand, such as {@code 0} or {@code ''}. */
        public AddField filledWith(String sql) {
            return new AddField(model, field, sql);
        }

        @Override
        public String describe() {
            return "add field " + field.name() + " to " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(app + "." + model, state -> {
                if (state.field(field.name()).isPresent()) {
                    throw new InvalidMigration("field " + state + "." + field.name() + " is added, and is there "
                            + "already: two migrations add it. Remove one of the two operations.");
                }
                targets(before, field);
                return state.with(field);
            });
        }
    }

    /**
     * A field goes.
     *
     * @param fill what rows get in it when it comes back, in SQL; null if there is no need
     */
    record RemoveField(String model, String field, @Nullable String fill) implements FieldOperation {
        /** Gives rows this when it is undone: SQL that all your databases understand. */
        public RemoveField undoneWith(String sql) {
            return new RemoveField(model, field, sql);
        }

        @Override
        public String describe() {
            return "remove field " + field + " from " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(app + "." + model, state -> {
                if (known(state, field) instanceof WithColumn it) {
                    checkUnused(state, it.column().name());
                }
                return state.without(field);
            });
        }

        private static void checkUnused(ModelState state, String column) {
            state.indexes().stream()
                    .filter(it -> uses(it, column))
                    .findFirst()
                    .ifPresent(it -> refuse(state, column, "index " + it.name()));
            state.constraints().stream()
                    .filter(it -> it instanceof Unique unique
                            && unique.parts().stream()
                                    .anyMatch(part -> part.text().equals(column)))
                    .findFirst()
                    .ifPresent(it -> refuse(state, column, "constraint " + it.name()));
        }

        private static boolean uses(Index index, String column) {
            return index.include().contains(column)
                    || index.parts().stream().anyMatch(it -> it.text().equals(column));
        }

        private static void refuse(ModelState state, String column, String by) {
            throw new InvalidMigration(
                    "column " + column + " of " + state + " is to go, and " + by + " is of it: remove that before.");
        }
    }

    /**
     * A field becomes another one.
     *
     * @param fill what rows get that have nothing in it, in SQL, where it may be null no longer
     */
    record AlterField(
            String model, FieldState field, @Nullable String fill) implements FieldOperation {
        /** Fills rows that have nothing in it with this: SQL that all your databases understand. */
        public AlterField filledWith(String sql) {
            return new AlterField(model, field, sql);
        }

        @Override
        public String describe() {
            return "alter field " + field.name() + " of " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(app + "." + model, state -> {
                var old = known(state, field.name());
                checkSameKind(state, old);
                targets(before, field);
                var altered = state.replaced(field.name(), _ -> field);
                return old instanceof WithColumn from && field instanceof WithColumn to
                        ? altered.withColumnRenamed(
                                from.column().name(), to.column().name())
                        : altered;
            });
        }

        private void checkSameKind(ModelState state, FieldState old) {
            boolean same = (old instanceof Link from && field instanceof Link to)
                    ? (from.through() == null) == (to.through() == null)
                    : old.getClass() == field.getClass();
            if (!same) {
                throw new InvalidMigration(
                        "field " + state + "." + field.name() + " is in a column, or in a table that is made by"
                                + " itself, and cannot become one that is not: remove it"
                                + " and add the new one.");
            }
        }
    }

    /** A field has another name. */
    record RenameField(String model, String from, String to) implements FieldOperation {
        @Override
        public String describe() {
            return "rename field " + from + " of " + model + " to " + to;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(app + "." + model, state -> {
                var old = known(state, from);
                if (state.field(to).isPresent()) {
                    throw new InvalidMigration("field " + state + "." + from + " is to be called " + to
                            + ", and there is such a field already: choose another name.");
                }
                var field = old.renamed(to);
                var renamed = state.replaced(from, _ -> field);
                return old instanceof WithColumn was && field instanceof WithColumn after
                        ? renamed.withColumnRenamed(
                                was.column().name(), after.column().name())
                        : renamed;
            });
        }

        @Override
        public Moves moves(String app) {
            return Moves.field(app + "." + model, from, to);
        }
    }

    private static FieldState known(ModelState state, String field) {
        return state.field(field)
                .orElseThrow(() -> new InvalidMigration("model " + state + " has no field " + field
                        + " at this point of the migrations: it has "
                        + state.fields().stream().map(FieldState::name).toList()
                        + ".\nmake the migration depend on the one that adds it, or correct the name."));
    }

    private static void targets(ProjectState state, FieldState field) {
        var target = field.target();
        if (target != null) {
            state.get(target);
        }
        if (field instanceof Link link && link.through() != null) {
            state.get(link.through());
        }
    }
}
