package nuages.data.migration;

import java.util.List;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** An operation that is more, or less, than a change of models; made by {@link Operation}. */
public sealed interface OtherOperation extends Operation {
    /** What somebody wrote, of which nothing is known but that it leaves models as they are. */
    sealed interface ByHand extends OtherOperation {
        /** What undoes it; null if it cannot be undone. */
        @Nullable
        Object undoing();

        @Override
        default ProjectState apply(String app, ProjectState before) {
            return before;
        }

        @Override
        default boolean reversible() {
            return undoing() != null;
        }
    }

    /**
     * Statements.
     *
     * @param undoing those that undo them; null if they cannot be undone
     * @param database the kind of database they are for, by its name; null for all
     */
    record RunSql(
            List<String> statements,
            @Nullable List<String> undoing,
            @Nullable String database) implements ByHand {
        /** Copies the lists. */
        public RunSql {
            statements = List.copyOf(statements);
            undoing = undoing == null ? null : List.copyOf(undoing);
        }

        static RunSql of(String... statements) {
            return new RunSql(List.of(statements), null, null);
        }

        /** And is undone by these; by none, if there is nothing to undo. */
        public RunSql backwards(String... undo) {
            return new RunSql(statements, List.of(undo), database);
        }

        /** And is for this kind of database only: {@code PostgreSQL}, {@code MariaDB} or {@code SQLite}. */
        public RunSql onlyOn(String kind) {
            return new RunSql(statements, undoing, kind);
        }

        /** Whether it is for that kind of database. */
        public boolean concerns(Dialect dialect) {
            return database == null || database.equalsIgnoreCase(dialect.name());
        }

        @Override
        public String describe() {
            return "run SQL" + (database == null ? "" : " on " + database);
        }
    }

    /**
     * Something in Java.
     *
     * @param undoing what undoes it; null if it cannot be undone
     */
    record RunJava(JavaStep step, @Nullable JavaStep undoing) implements ByHand {
        /** And is undone by this. */
        public RunJava backwards(JavaStep undo) {
            return new RunJava(step, undo);
        }

        @Override
        public String describe() {
            return "run Java";
        }

        @Override
        public String toString() {
            return "RunJava";
        }
    }

    /**
     * Operations that change the database only, and others that change only what is known of the models.
     *
     * @param database what happens to the database
     * @param models what happens to the models
     */
    record Separate(List<Operation> database, List<Operation> models) implements OtherOperation {
        /** Copies the lists. */
        public Separate {
            database = List.copyOf(database);
            models = List.copyOf(models);
        }

        @Override
        public String describe() {
            return "change database and models separately";
        }

        @Override
        public ProjectState apply(String app, ProjectState before) {
            var state = before;
            for (var each : models) {
                state = each.apply(app, state);
            }
            return state;
        }

        @Override
        public boolean reversible() {
            return database.stream().allMatch(Operation::reversible);
        }
    }
}
