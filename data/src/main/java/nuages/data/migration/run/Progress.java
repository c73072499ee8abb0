package nuages.data.migration.run;

import nuages.data.migration.MigrationName;

/** Is told how far migrating has come. */
public interface Progress {
    /** Another process is migrating, and this one waits until it has finished or died. */
    default void waiting() {}

    /** A migration begins to be applied, or to be undone. */
    default void began(MigrationName name, boolean backwards) {}

    /**
     * One of its steps is about to be run.
     *
     * @param number from 1
     */
    default void step(MigrationName name, String description, int number, int of) {}

    /** It has been applied, or undone. */
    default void finished(MigrationName name, boolean backwards) {}

    /** It has been recorded without having been run. */
    default void recorded(MigrationName name, boolean backwards) {}

    /** Nobody wants to know. */
    static Progress silent() {
        return new Progress() {};
    }
}
