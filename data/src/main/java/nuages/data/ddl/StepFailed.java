package nuages.data.ddl;

import nuages.data.error.NuagesException;

/** A step could not be run; the cause is what the database said. */
public final class StepFailed extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final int done;

    StepFailed(Step step, int done, int all, boolean undone, Exception cause) {
        super(message(step, done, all, undone, cause), cause);
        this.step = step;
        this.done = done;
    }

    private static String message(Step step, int done, int all, boolean undone, Exception cause) {
        return "step " + (done + 1) + " of " + all + " failed, " + step.description() + ": " + cause.getMessage() + "\n"
                + (undone
                        ? "nothing was changed: the transaction is rolled back. mend the cause and run it again."
                        : done + " steps are done and stay done, as this database undoes no change of tables. mend the"
                                + " cause and go on with step " + (done + 1) + ".");
    }

    /** The step that failed. */
    public Step step() {
        return step;
    }

    /** How many steps before it are done, if they are not undone with their transaction. */
    public int done() {
        return done;
    }
}
