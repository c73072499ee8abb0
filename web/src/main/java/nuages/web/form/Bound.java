package nuages.web.form;

/**
 * What a form was made into by what a visitor sent: a value, or the form again with what is wrong with it.
 *
 * @param <T> the type of the value
 */
public sealed interface Bound<T> permits Valid, Invalid {}
