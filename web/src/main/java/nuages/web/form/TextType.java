package nuages.web.form;

import java.util.Optional;

/**
 * How the values of a type are written in a field of a form, and read from it. Threads share it.
 *
 * @param <T> the type
 */
public interface TextType<T> {
    /** The type. */
    Class<T> type();

    /**
     * The value that a text stands for, which is never empty; none if it stands for no value.
     *
     * @throws IllegalArgumentException if it stands for no value, too
     * @throws java.time.DateTimeException if it stands for no value, too
     */
    Optional<T> read(String text);

    /** The text that stands for a value. */
    String write(T value);

    /** What a text must be to be read, as it follows the field's label: "must be a whole number". */
    String expectation();

    /** The control that it is usually entered with. */
    default Widget.Kind widget() {
        return Widget.Kind.TEXT;
    }
}
