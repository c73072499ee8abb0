package nuages.data.ddl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is put, once, into the rows that are there, where a column is new or must no longer be null. Immutable; threads
 * share it.
 *
 * @param values SQL over the row's columns, such as {@code 0} or {@code lower(name)}, by table and column, both by
 *     their new names
 */
public record Fills(Map<String, Map<String, String>> values) {
    private static final Fills NONE = new Fills(Map.of());

    /** Keeps what it was given. */
    public Fills {
        values = Map.copyOf(values);
    }

    /** Nothing is put in. */
    public static Fills none() {
        return NONE;
    }

    /** The same, and a column's. */
    public Fills with(String table, String column, String sql) {
        var own = new HashMap<>(values.getOrDefault(table, Map.of()));
        own.put(column, sql);
        var more = new HashMap<>(values);
        more.put(table, Map.copyOf(own));
        return new Fills(more);
    }

    Optional<String> of(String table, String column) {
        return Optional.ofNullable(values.getOrDefault(table, Map.of()).get(column));
    }
}
