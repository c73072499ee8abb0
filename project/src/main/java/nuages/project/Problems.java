package nuages.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nuages.data.error.SettingsException;

/** What is missing or wrong, collected so that it can be told at once. One thread uses it. */
final class Problems {
    private final List<String> all = new ArrayList<>();

    void add(String problem) {
        all.add(problem);
    }

    /** What a change makes of a value; the value as it was, and a problem, if the change finds a setting wrong. */
    <T> T attempt(String setting, T value, UnaryOperator<T> change) {
        try {
            return change.apply(value);
        } catch (SettingsException wrong) {
            add(setting + ": " + wrong.getMessage());
            return value;
        }
    }

    /** Throws them together if there are any. */
    void raise() {
        if (all.size() == 1) {
            throw new SettingsException(all.getFirst());
        }
        if (!all.isEmpty()) {
            throw new SettingsException(all.size() + " settings are missing or wrong:\n  " + String.join("\n  ", all));
        }
    }
}
