package nuages.data.syntax;

import nuages.data.dialect.Dialect.Effect;
import org.jspecify.annotations.Nullable;

/** A statement as SQL, with the values for its question marks. Immutable. */
public final class Rendered {
    private final String sql;
    private final Effect effect;
    private final @Nullable Object[] values;

    Rendered(String sql, Effect effect, @Nullable Object[] values) {
        this.sql = sql;
        this.effect = effect;
        this.values = values;
    }

    /** The SQL. */
    public String sql() {
        return sql;
    }

    /** What it does. */
    public Effect effect() {
        return effect;
    }

    /** The values, in the order of the question marks; not to be changed. */
    public @Nullable Object[] values() {
        return values;
    }
}
