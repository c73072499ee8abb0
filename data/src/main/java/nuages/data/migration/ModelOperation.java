package nuages.data.migration;

import java.util.ArrayList;
import java.util.List;
import nuages.data.schema.Constraint;
import nuages.data.schema.Index;
import org.jspecify.annotations.Nullable;

/** An operation on a model as a whole; made by {@link Operation}. */
public sealed interface ModelOperation extends Operation {
    /** The model's name before. */
    String model();

    /**
     * A new model.
     *
     * @param table its table; null for the one called after it
     */
    record CreateModel(
            String model,
            List<FieldState> fields,
            @Nullable String table,
            List<Index> indexes,
            List<Constraint> constraints,
            @Nullable String comment,
            boolean managed)
            implements ModelOperation {
        /** Copies the lists. */
        public CreateModel {
            fields = List.copyOf(fields);
            indexes = List.copyOf(indexes);
            constraints = List.copyOf(constraints);
        }

        static CreateModel of(String model, FieldState... fields) {
            return new CreateModel(model, List.of(fields), null, List.of(), List.of(), null, true);
        }

        /** The operation that makes that model. */
        public static CreateModel of(ModelState state) {
            return new CreateModel(
                    state.name(),
                    state.fields(),
                    state.table().equals(ModelState.table(state.app(), state.name())) ? null : state.table(),
                    state.indexes(),
                    state.constraints(),
                    state.comment(),
                    state.managed());
        }

        /** The same in a table of that name. */
        public CreateModel table(String name) {
            return new CreateModel(model, fields, name, indexes, constraints, comment, managed);
        }

        /** The same with one more index. */
        public CreateModel index(Index index) {
            var all = new ArrayList<>(indexes);
            all.add(index);
            return new CreateModel(model, fields, table, all, constraints, comment, managed);
        }

        /** The same with one more constraint. */
        public CreateModel constraint(Constraint constraint) {
            var all = new ArrayList<>(constraints);
            all.add(constraint);
            return new CreateModel(model, fields, table, indexes, all, comment, managed);
        }

        /** The same with a comment in the database. */
        public CreateModel comment(String text) {
            return new CreateModel(model, fields, table, indexes, constraints, text, managed);
        }

        /** The same, whose table belongs to somebody else. */
        public CreateModel unmanaged() {
            return new CreateModel(model, fields, table, indexes, constraints, comment, false);
        }

        /** The same with these fields. */
        public CreateModel withFields(List<? extends FieldState> others) {
            return new CreateModel(model, List.copyOf(others), table, indexes, constraints, comment, managed);
        }

        /** The model that it makes. */
        public ModelState state(String app) {
            return new ModelState(
                    app,
                    model,
                    table == null ? ModelState.table(app, model) : table,
                    fields,
                    indexes,
                    constraints,
                    comment,
                    managed);
        }

        @Override
        public String describe() {
            return "create model " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            var after = before.with(state(app));
            state(app).targets().forEach(after::get);
            return after;
        }
    }

    /** A model goes. */
    record DeleteModel(String model) implements ModelOperation {
        @Override
        public String describe() {
            return "delete model " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            String label = app + "." + model;
            for (var other : before.referring(label)) {
                if (!other.label().equals(label)) {
                    throw new InvalidMigration("model " + label + " is to be deleted, and " + other
                            + " still refers to it: remove that field, or delete that model, before.");
                }
            }
            return before.without(label);
        }
    }

    /** A model has another name. */
    record RenameModel(String model, String to) implements ModelOperation {
        @Override
        public String describe() {
            return "rename model " + model + " to " + to;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.renamed(app + "." + model, to);
        }

        @Override
        public Moves moves(String app) {
            return Moves.model(app + "." + model, app + "." + to);
        }
    }

    /**
     * The table of a model becomes another one.
     *
     * @param table its name; null for the one it has
     * @param comment its comment, empty for none; null for the one it has
     * @param managed whether it is ours; null for as it was
     */
    record AlterTable(
            String model,
            @Nullable String table,
            @Nullable String comment,
            @Nullable Boolean managed) implements ModelOperation {
        static AlterTable of(String model) {
            return new AlterTable(model, null, null, null);
        }

        /** And has this name. */
        public AlterTable table(String name) {
            return new AlterTable(model, name, comment, managed);
        }

        /** And has this comment in the database, or with an empty one none. */
        public AlterTable comment(String text) {
            return new AlterTable(model, table, text, managed);
        }

        /** And is ours, or somebody else's, which changes nothing in the database. */
        public AlterTable managed(boolean ours) {
            return new AlterTable(model, table, comment, ours);
        }

        @Override
        public String describe() {
            return "alter table of " + model;
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            return before.with(app + "." + model, state -> {
                var named = table == null ? state : state.withTable(table);
                var told = comment == null ? named : named.withComment(comment.isEmpty() ? null : comment);
                return managed == null ? told : told.managed(managed);
            });
        }
    }
}
