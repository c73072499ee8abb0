package nuages.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a form: a value, or what is wrong. Immutable, but for the errors that are found later.
 *
 * @param value the value; null if it could not be made
 */
record Attempt<T>(@Nullable T value, List<Entry> entries, String prefix, Errors errors) {
    boolean fine() {
        return value != null && errors.none();
    }

    Bound<T> bound() {
        return value != null && errors.none() ? new Valid<>(value) : new Invalid<>(page(new Options()));
    }

    /** The same for a form whose faults do not matter. */
    Attempt<T> withoutErrors() {
        return new Attempt<>(value, entries, prefix, new Errors());
    }

    Page page(Options options) {
        return new Page(Views.id(prefix), Views.bound(entries, prefix, errors, options), errors.ofForm());
    }
}
