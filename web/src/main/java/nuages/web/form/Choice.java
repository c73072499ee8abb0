package nuages.web.form;

/**
 * One of the values that a visitor can choose. Immutable.
 *
 * @param value what is sent
 * @param label what is shown
 * @param group the words above it and those that follow with the same group; empty for none
 */
public record Choice(String value, String label, String group) {
    /** A choice in no group. */
    public static Choice of(String value, String label) {
        return new Choice(value, label, "");
    }
}
