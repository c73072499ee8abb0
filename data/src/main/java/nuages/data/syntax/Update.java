package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the rows for which a condition holds. */
public record Update(Source table, List<Set> sets, @Nullable Node where, List<String> key) implements Statement {
    /** A column and its new value. */
    public record Set(String column, Node value) {}

    @Override
    public void shape(Shape shape) {
        shape.token("update").token(table).token(sets.size());
        for (var set : sets) {
            shape.token(set.column).part(set.value);
        }
        shape.part(where).token(key);
    }
}
