package nuages.web.form;

import java.util.List;

/**
 * Checks the forms of a set together, when there is nothing wrong with any by itself.
 *
 * @param <T> what each form is read into
 */
@FunctionalInterface
public interface SetCheck<T> {
    /**
     * Tells what is wrong with them, if something is. It is shown once, above the forms.
     *
     * @param values what was sent, in its order, without what was left empty or is to be deleted
     * @param problems takes sentences
     */
    void check(List<T> values, Problems problems);

    /** What is wrong, in the making. */
    @FunctionalInterface
    interface Problems {
        /** Something is wrong: "The same book is in two lines." */
        void add(String sentence);
    }

    /** Finds nothing. */
    static <T> SetCheck<T> none() {
        return (_, _) -> {};
    }

    /** Both. */
    default SetCheck<T> and(SetCheck<T> other) {
        return (values, problems) -> {
            check(values, problems);
            other.check(values, problems);
        };
    }
}
