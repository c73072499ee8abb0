package nuages.data.migration.draft;

import java.util.Optional;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;

/** What cannot be told from the models alone, and is asked of somebody. */
public interface Questions {
    /** Whether a model that is gone is the one that is new. */
    boolean renamed(ModelState gone, ModelState added);

    /** Whether a field that is gone is the one that is new. */
    boolean renamed(ModelState model, FieldState gone, FieldState added);

    /**
     * What rows that are there get in a new field that may not be null, in SQL such as {@code 0} or {@code 'none'}; empty
     * if there are no rows.
     */
    Optional<String> fill(ModelState model, WithColumn added);

    /** What rows get that have nothing in a field that may be null no longer, in SQL; empty if there are none. */
    default Optional<String> fillNulls(ModelState model, WithColumn altered) {
        return Optional.empty();
    }

    /** Nobody is there to answer: what would need one is refused with {@link Undecided}. */
    static Questions unanswered() {
        String advice = "run makemigrations where it can ask, or write a migration with ";
        return new Questions() {
            @Override
            public boolean renamed(ModelState gone, ModelState added) {
                throw new Undecided("model " + gone + " is gone and " + added
                        + " is new, with the same fields: it may have "
                        + "been renamed, or its rows may be meant to go.\n" + advice + "renameModel(\"" + gone.name()
                        + "\", \"" + added.name() + "\").");
            }

            @Override
            public boolean renamed(ModelState model, FieldState gone, FieldState added) {
                throw new Undecided("field " + model + "." + gone.name() + " is gone and " + added.name()
                        + " is new, of the same type: it may have been renamed, or its values may be meant to go.\n"
                        + advice + "renameField(\"" + model.name() + "\", \"" + gone.name() + "\", \"" + added.name()
                        + "\").");
            }

            @Override
            public Optional<String> fill(ModelState model, WithColumn added) {
                throw new Undecided(
                        "field " + model + "." + added.name() + " is new and may not be null, and nothing says what"
                                + " the rows that are there should get.\n"
                                + "give it an initial value in the class or a"
                                + " @DbDefault, make it @Nullable, or run makemigrations"
                                + " where it can ask.");
            }
        };
    }
}
