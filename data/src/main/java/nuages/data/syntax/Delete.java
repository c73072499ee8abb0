package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the rows for which a condition holds.
 *
 * @param key the columns by which rows are told apart
 * @param rows the query for the keys of the rows to delete, where the condition does not tell all
 */
public record Delete(
        Source table,
        @Nullable Node where,
        List<String> key,
        @Nullable Select rows) implements Statement {
    /** Deletes the rows for which a condition holds. */
    public static Delete of(Source table, @Nullable Node where, List<String> key) {
        return new Delete(table, where, key, null);
    }

    @Override
    public void shape(Shape shape) {
        shape.token("delete").token(table).part(where).token(key).query(rows);
    }
}
