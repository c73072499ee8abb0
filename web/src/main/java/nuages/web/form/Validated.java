package nuages.web.form;

/**
 * A record that checks what no annotation on one of its components can: what they are together. Called when each of them
 * is as its type and its annotations demand.
 */
@FunctionalInterface
public interface Validated {
    /** Tells what is wrong, if something is. */
    void validate(Errors errors);
}
