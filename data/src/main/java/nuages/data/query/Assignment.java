package nuages.data.query;

import nuages.data.syntax.Node;

/**
 * A field and the value it shall have. Immutable; threads share it.
 *
 * @param <M> the model that has the field
 * @param field the field's name
 * @param column the column's name
 * @param value the part of a statement
 */
@SuppressWarnings("UnusedTypeParameter") // it keeps fields of other models out
public record Assignment<M>(String field, String column, Node value) {}
