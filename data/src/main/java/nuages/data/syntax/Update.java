package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the rows for which a condition holds. */
public record Update(Source table, List<Set> sets, @Nullable Node where, List<String> key) implements Statement {
    /** A column and its new value. */
    public record Set(String column, Node value) {}

    @Override
    public void shape(Shape shape) {
        shape.add((Object) "update").add(table).add((Object) sets.size());
        for (var set : sets) {
            shape.add((Object) set.column).add(set.value);
        }
        shape.add(where).add((Object) key);
    }
}
