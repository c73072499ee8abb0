package nuages.data.migration.run;

import nuages.data.ddl.Step;
import nuages.data.migration.InvalidMigration;
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

    /**
     * A look whether there are rows that have no value for a column which must not be null.
     *
     * @param sql a query that finds one of them
     * @param table what the table is called before the change
     * @param column what the column is called after it
     * @param added whether the column is new
     */
    record Look(String sql, String table, String column, boolean added) implements Unit {
        @Override
        public String description() {
            return "look for rows of " + table + " without " + column;
        }

        InvalidMigration found() {
            return new InvalidMigration("column " + table + "." + column + " must not be null, and there are rows "
                    + (added ? "for which nothing says what they get in it" : "that have nothing in it")
                    + ": say by filledWith(…) what these get, or by undoneWith(…) where a removed field comes back;"
                    + " or let it be null");
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
