package nuages.data.syntax;

import org.jspecify.annotations.Nullable;

/** A table in a statement, and the way to it. Immutable; threads share it. Equal ways are one table in a statement. */
public final class Source {
    private final @Nullable Source parent;
    private final String parentColumn;
    private final String table;
    private final String column;
    private final boolean optional;
    private final int hash;

    private Source(@Nullable Source parent, String parentColumn, String table, String column, boolean optional) {
        this.parent = parent;
        this.parentColumn = parentColumn;
        this.table = table;
        this.column = column;
        this.optional = optional;
        this.hash = ((parent == null ? 17 : parent.hash) * 31 + parentColumn.hashCode()) * 31 + table.hashCode();
    }

    /** The table that a statement is about. */
    public static Source root(String table) {
        return new Source(null, "", table, "", false);
    }

    /**
     * Another table, joined where its column equals one of this table.
     *
     * @param optional whether there may be no such row
     */
    public Source join(String ownColumn, String other, String otherColumn, boolean optional) {
        return new Source(this, ownColumn, other, otherColumn, optional || this.optional);
    }

    /** A column of the table. */
    public Node.Column column(String name, boolean nullable) {
        return new Node.Column(this, name, nullable || optional);
    }

    /** The table it is joined to; null for the one the statement is about. */
    public @Nullable Source before() {
        return parent;
    }

    /** The table that the way begins at; itself, if it is that. */
    Source first() {
        return parent == null ? this : parent.first();
    }

    /** The column of that table which it is joined by; empty for the one the statement is about. */
    public String parentColumn() {
        return parentColumn;
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    String column() {
        return column;
    }

    boolean optional() {
        return optional;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Source it
                        && hash == it.hash
                        && table.equals(it.table)
                        && column.equals(it.column)
                        && parentColumn.equals(it.parentColumn)
                        && optional == it.optional
                        && (parent == null ? it.parent == null : parent.equals(it.parent)));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return parent == null ? table : parent + "." + parentColumn + " -> " + table;
    }
}
