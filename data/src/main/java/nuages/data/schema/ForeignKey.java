package nuages.data.schema;

import java.util.List;

/**
 * Columns whose values are a row's of another table, or of the same. Immutable; threads share it.
 *
 * @param name the constraint's name: see {@link Names#foreignKey}
 * @param toColumns the key of the other table, in the same order
 * @param onDelete what the database does to these rows when that row goes
 * @param deferrable whether it is checked when the transaction ends, where the database can
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String toTable,
        List<String> toColumns,
        Action onDelete,
        boolean deferrable) {
    /** Checks that both sides have as many columns. */
    public ForeignKey {
        Checks.name("foreign key", name);
        Checks.name("table", toTable);
        Checks.some("foreign key \"" + name + "\"", columns);
        Checks.distinct("foreign key \"" + name + "\" has column", columns);
        columns = List.copyOf(columns);
        toColumns = List.copyOf(toColumns);
        if (columns.size() != toColumns.size()) {
            throw new IllegalArgumentException("foreign key \"" + name + "\" leads from " + columns + " to " + toColumns
                    + ", which cannot be equal: name as many columns of each");
        }
    }

    /** A foreign key of one column, as Django has them: checked at the end, and the database deletes nothing. */
    public static ForeignKey of(String name, String column, String toTable, String toColumn) {
        return new ForeignKey(name, List.of(column), toTable, List.of(toColumn), Action.NO_ACTION, true);
    }

    /** The same, with another action. */
    public ForeignKey onDelete(Action action) {
        return new ForeignKey(name, columns, toTable, toColumns, action, deferrable);
    }

    /** What the database does to rows that lead to one that goes. */
    public enum Action {
        /** Refuses. */
        NO_ACTION,
        /** Deletes them too. */
        CASCADE,
        /** Sets their columns to null. */
        SET_NULL,
        /** Sets their columns to their default, which MariaDB cannot. */
        SET_DEFAULT
    }
}
