package nuages.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent for one field. Immutable.
 *
 * @param typed the texts, as they were typed
 * @param value what they stand for; null for nothing, and if they stand for nothing
 * @param problem what is wrong with them already; null if nothing is
 */
record Entry(
        FormField field,
        List<String> typed,
        @Nullable Object value,
        @Nullable String problem) {
    static Entry of(FormField field, List<String> typed, @Nullable Object value) {
        return new Entry(field, typed, value, null);
    }

    static Entry wrong(FormField field, List<String> typed, String problem) {
        return new Entry(field, typed, null, problem);
    }

    /** Whether nothing was typed. */
    boolean blank() {
        return typed.stream().allMatch(String::isBlank);
    }

    boolean fine() {
        return problem == null;
    }
}
