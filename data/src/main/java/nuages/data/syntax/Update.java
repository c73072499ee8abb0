package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows for which a condition holds.
 *
 * @param key the columns by which rows are told apart
 * @param rows the query for the keys of the rows to change, where the condition does not tell all
 * @param returning the columns to answer with, where the database can
 */
public record Update(
        Source table,
        List<Set> sets,
        @Nullable Node where,
        List<String> key,
        @Nullable Select rows,
        List<String> returning)
        implements Statement {
    /** Changes the rows for which a condition holds. */
    public static Update of(Source table, List<Set> sets, @Nullable Node where, List<String> key) {
        return new Update(table, sets, where, key, null, List.of());
    }

    /** A column and its new value. */
    public record Set(String column, Node value) {}

    @Override
    public void shape(Shape shape) {
        shape.token("update").token(table).token(sets.size());
        for (var set : sets) {
            shape.token(set.column).part(set.value);
        }
        shape.part(where).token(key).token(returning).query(rows);
    }
}
