package nuages.data.ddl;

import java.util.HashMap;
import java.util.Map;

/**
 * What has another name after a change; all else that has another name is something else. Immutable; threads share it.
 *
 * @param tables new names by old ones
 * @param columns of tables, by their new names, the columns' new names by their old ones
 */
public record Renames(Map<String, String> tables, Map<String, Map<String, String>> columns) {
    private static final Renames NONE = new Renames(Map.of(), Map.of());

    /** Keeps what it was given. */
    public Renames {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }

    /** Nothing has another name. */
    public static Renames none() {
        return NONE;
    }

    /** The same, and a table. */
    public Renames withTable(String from, String to) {
        var more = new HashMap<>(tables);
        more.put(from, to);
        return new Renames(more, columns);
    }

    /** The same, and a column of a table, which is called by its new name. */
    public Renames withColumn(String table, String from, String to) {
        var own = new HashMap<>(of(table));
        own.put(from, to);
        var more = new HashMap<>(columns);
        more.put(table, Map.copyOf(own));
        return new Renames(tables, more);
    }

    /** The columns' new names by their old ones, of the table that is now called so. */
    Map<String, String> of(String table) {
        return columns.getOrDefault(table, Map.of());
    }
}
