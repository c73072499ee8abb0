package nuages.data.migration.run;

import nuages.data.ddl.Step;
import nuages.data.migration.JavaStep;
import nuages.data.migration.ProjectState;

/** The least that a migration is made of: what is done is counted by these. Immutable. */
sealed interface Unit {
    /** What it does, for people. */
    String description();

    /** A statement that changes tables. */
    record Change(Step step) implements Unit {
        @Override
        public String description() {
            return step.description();
        }
    }

    /** A statement of somebody's own. */
    record Statement(String sql) implements Unit {
        @Override
        public String description() {
            String line = sql.strip().replaceAll("\\s+", " ");
            return "run " + (line.length() > 80 ? line.substring(0, 79) + "…" : line);
        }
    }

    /** Something in Java. */
    record Java(JavaStep step, ProjectState models) implements Unit {
        @Override
        public String description() {
            return "run Java";
        }
    }
}
