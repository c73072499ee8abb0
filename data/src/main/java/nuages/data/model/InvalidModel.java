package nuages.data.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nuages.data.error.NuagesException;

/** An object has values that its model does not allow. */
public final class InvalidModel extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param fields the names of the fields it is about; empty for the object as a whole
     * @param label what people call the field, or the fields; empty for the object as a whole
     * @param text what is wrong, for the user who entered it
     */
    public record Problem(List<String> fields, String label, String text) {
        /** What is wrong, beginning with what the field is called. */
        public String message() {
            return label.isEmpty() ? text : label + ": " + text;
        }
    }

    InvalidModel(ModelType<?> type, List<Problem> problems) {
        super(
                "this " + type + " cannot be saved as it is:\n"
                        + problems.stream().map(it -> "- " + it.message()).collect(Collectors.joining("\n"))
                        + "\ncorrect these fields.",
                null);
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the fields. */
    public List<Problem> problems() {
        return problems;
    }

    /** The messages about each field, and under the empty name those about several or none. */
    public Map<String, List<String>> errors() {
        return problems.stream()
                .collect(Collectors.groupingBy(
                        it -> it.fields().size() == 1 ? it.fields().getFirst() : "",
                        Collectors.mapping(Problem::message, Collectors.toList())));
    }
}
