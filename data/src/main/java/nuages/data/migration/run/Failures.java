package nuages.data.migration.run;

import nuages.data.connection.Database;
import nuages.data.dialect.MariaDb;
import nuages.data.error.CommitUnknown;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.run.Records.Halfway;

/** What is said when a migration fails: what failed, what is kept of it, and how to go on. Immutable. */
record Failures(Database database, MigrationName name, boolean backwards) {
    private String begin() {
        return "migration " + name + " could not be " + (backwards ? "undone" : "applied");
    }

    /** A step failed within a transaction. */
    MigrationFailed undone(Unit unit, int number, int of, Throwable cause) {
        return new MigrationFailed(
                name,
                begin() + ": step " + (number + 1) + " of " + of + " failed, " + unit.description() + ": " + said(cause)
                        + "\n"
                        + "nothing of it was kept: its transaction was rolled back. Mend the cause, and migrate"
                        + " again.",
                cause);
    }

    /** Its transaction could not be committed, or not begin. */
    MigrationFailed atEnd(Throwable cause) {
        if (cause instanceof CommitUnknown) {
            return new MigrationFailed(
                    name,
                    begin() + " for certain: the connection broke while its transaction was committed.\n"
                            + "migrate again: it is looked up whether it is done; if not, nothing of it was kept.",
                    cause);
        }
        return new MigrationFailed(
                name,
                begin() + ": " + said(cause)
                        + "\n"
                        + "nothing of it was kept: its transaction was rolled back. Mend the cause, and migrate"
                        + " again.",
                cause);
    }

    /** A step failed, and those before it stay done. */
    MigrationFailed kept(Unit unit, int number, int of, boolean again, Throwable cause) {
        String done = number == 0
                ? "nothing of it is done yet. Mend the cause, and migrate again."
                : "the " + number + " before it are done and stay so, as "
                        + (database.dialect() instanceof MariaDb
                                ? "MariaDB does not undo them with a transaction"
                                : "it is not run in one transaction")
                        + ". Mend the cause, and migrate again: it will go on with step " + (number + 1) + ".";
        String doubt = again && !(unit instanceof Unit.Change)
                ? "\n"
                        + "it was begun in an earlier run and may have been done then. If so, say so by: update"
                        + " nuages_migrations"
                        + " set done"
                        + " = " + (number + 1) + " where app = '" + name.app() + "' and name = '" + name.name()
                        + "'"
                : "";
        return new MigrationFailed(
                name,
                begin() + ": step " + (number + 1) + " of " + of + " failed, " + unit.description() + ": " + said(cause)
                        + "\n" + done + doubt,
                cause);
    }

    /** What was broken off must be gone on with, not something else. */
    void checkSame(Halfway halfway, String checksum) {
        if (halfway.done() == 0) {
            return;
        }
        if (halfway.backwards() != backwards) {
            throw new InvalidMigration(
                    begin() + ": it was broken off " + (backwards ? "while it was applied" : "while it was undone")
                            + ", after " + halfway.done() + " steps, and cannot be turned round there.\nmigrate "
                            + (backwards ? "forwards" : "backwards") + " to finish that, then go back.");
        }
        if (Checksum.differs(halfway.checksum(), checksum)) {
            throw new InvalidMigration(
                    begin() + ": it was broken off after " + halfway.done() + " steps, and has been edited since, so"
                            + " that it is not known what is left of"
                            + " it.\n"
                            + "bring it back to what it was and"
                            + " migrate; or undo by hand what it did"
                            + " and say so by: " + forget());
        }
    }

    /** It has become shorter than what is done of it. */
    InvalidMigration longer(int done, int units) {
        return new InvalidMigration(
                begin() + ": " + done + " of its steps are recorded as done, and it has only " + units
                        + ": it was broken off in another state of the models.\n"
                        + "look at its tables, finish by hand, and record it with migrate --fake; or undo by hand what"
                        + " it did and say so by: " + forget());
    }

    private String forget() {
        return "delete from nuages_migrations where app = '" + name.app() + "' and name = '" + name.name() + "'";
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
