package nuages.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, in the making. One thread uses it. */
public final class Errors {
    private final Map<String, List<String>> byField = new LinkedHashMap<>();
    private final List<String> ofForm = new ArrayList<>();

    Errors() {}

    /** Something is wrong with a field; the words follow the field's label: "must be later than the beginning". */
    public Errors field(String name, String problem) {
        var all = byField.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!all.contains(problem)) {
            all.add(problem);
        }
        return this;
    }

    /** Something is wrong with the form as a whole. */
    public Errors form(String problem) {
        if (!ofForm.contains(problem)) {
            ofForm.add(problem);
        }
        return this;
    }

    boolean none() {
        return byField.isEmpty() && ofForm.isEmpty();
    }

    boolean has(String name) {
        return byField.containsKey(name);
    }

    List<String> of(String name) {
        return byField.getOrDefault(name, List.of());
    }

    List<String> ofForm() {
        return ofForm;
    }

    /** The names of the fields that something is wrong with. */
    List<String> names() {
        return List.copyOf(byField.keySet());
    }
}
