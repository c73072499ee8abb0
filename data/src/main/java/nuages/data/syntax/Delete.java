package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes the rows for which a condition holds. */
public record Delete(Source table, @Nullable Node where, List<String> key) implements Statement {
    @Override
    public void shape(Shape shape) {
        shape.token("delete").token(table).part(where).token(key);
    }
}
