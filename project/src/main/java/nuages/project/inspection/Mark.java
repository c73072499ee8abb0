package nuages.project.inspection;

/**
 * An annotation to be written.
 *
 * @param type its full name; that of one inside of another has a dot between
 * @param arguments what stands between its parentheses; empty if there are none
 */
record Mark(String type, String arguments) {
    static final String MAPPING = "nuages.data.mapping.";
    static final String CONSTRAINTS = "jakarta.validation.constraints.";

    static Mark ours(String name, String arguments) {
        return new Mark(MAPPING + name, arguments);
    }

    static Mark constraint(String name, String arguments) {
        return new Mark(CONSTRAINTS + name, arguments);
    }
}
