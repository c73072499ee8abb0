package nuages.web.form;

/**
 * A form without fault, as the value that it stands for. Immutable.
 *
 * @param <T> the type of the value
 */
public record Valid<T>(T value) implements Bound<T> {}
