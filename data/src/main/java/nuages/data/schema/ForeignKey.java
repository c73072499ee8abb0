package nuages.data.schema;

import java.util.List;

/**
 * Columns whose values are a row's of another table, or of the same. Immutable; threads share it.
 *
 * @param name the constraint's name: see {@link Names#foreignKey}
 * @param toColumns the key of the other table, in the same order
 * @param onDelete what the database does to these rows when that row goes
 * @param deferrable whether it is checked when the transaction ends, where the database can
 * @param indexed whether creating the table adds an index of the columns, if no key and no unique column serves as one;
 *     MariaDB makes an index for every foreign key, whatever this says
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String toTable,
        List<String> toColumns,
        Action onDelete,
        boolean deferrable,
        boolean indexed) {
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

    /** One of one column, as Django has them: checked at the end, with an index, and the database deletes nothing. */
    public static ForeignKey of(String name, String column, String toTable, String toColumn) {
        return new ForeignKey(name, List.of(column), toTable, List.of(toColumn), Action.NO_ACTION, true, true);
    }

    /** The same, with another action. */
    public ForeignKey onDelete(Action action) {
        return new ForeignKey(name, columns, toTable, toColumns, action, deferrable, indexed);
    }

    /** The same under another name. */
    public ForeignKey called(String other) {
        return new ForeignKey(other, columns, toTable, toColumns, onDelete, deferrable, indexed);
    }

    /** The same of other columns, as many as before. */
    public ForeignKey ofColumns(List<String> others) {
        return new ForeignKey(name, others, toTable, toColumns, onDelete, deferrable, indexed);
    }

    /** The same leading elsewhere. */
    public ForeignKey leadingTo(String table, List<String> others) {
        return new ForeignKey(name, columns, table, others, onDelete, deferrable, indexed);
    }

    /** The same, checked when the transaction ends or at once. */
    public ForeignKey deferrable(boolean is) {
        return new ForeignKey(name, columns, toTable, toColumns, onDelete, is, indexed);
    }

    /** The same with an index by itself, or without. */
    public ForeignKey indexed(boolean is) {
        return new ForeignKey(name, columns, toTable, toColumns, onDelete, deferrable, is);
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
