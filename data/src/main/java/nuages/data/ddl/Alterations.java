package nuages.data.ddl;

import java.util.List;
import java.util.Set;
import nuages.data.ddl.Difference.Renamed;
import nuages.data.ddl.Moves.Move;
import nuages.data.ddl.Steps.Clause;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Table;

/** How a database server changes tables that are there. */
sealed interface Alterations permits PostgresAlterations, MariaDbAlterations {
    Grammar grammar();

    /** Columns, by their new names, that cannot change while checks or computed columns name them. */
    Set<String> blocking(Pair pair);

    /** Whether a check must be away while the columns change. */
    default boolean disturbed(Pair pair, Check check, Set<String> remade) {
        return Pair.concerns(check, remade);
    }

    /** Whether a constraint can get another name. */
    boolean renames(Constraint constraint);

    /** Whether foreign keys can get another name. */
    boolean renamesKeys();

    /** The statement in words that do no harm if what it makes is there. */
    String unlessThere(String create);

    void dropKeys(Table table, List<ForeignKey> keys, Steps steps);

    void addKey(Table table, ForeignKey key, Steps steps);

    /** What columns lose before anything gets another name, and the columns themselves. */
    void loosen(Pair pair, Set<String> remade, Steps steps);

    /** What columns become, when all have their new names. */
    void alter(Pair pair, Set<String> remade, Fills fills, Steps steps);

    void dropIndex(Table table, String index, Steps steps);

    void addIndex(Table table, Index index, Steps steps);

    void renameIndex(Table table, Renamed<Index> index, Steps steps);

    void dropConstraint(Table table, Constraint constraint, Steps steps);

    void addConstraint(Table table, Constraint constraint, Steps steps);

    void renameConstraint(Table table, Renamed<Constraint> constraint, Steps steps);

    void renameKey(Table table, Renamed<ForeignKey> key, Steps steps);

    void renameTable(Move move, Steps steps);

    /** Renames a column of a table that has its new name already. */
    default void renameColumn(Table table, Column column, String to, Steps steps) {
        steps.alter(
                "rename column " + table.name() + "." + column.name() + " to " + to,
                grammar().quote(table.name()),
                new Clause(
                        "RENAME COLUMN",
                        "IF EXISTS",
                        grammar().quote(column.name()) + " TO " + grammar().quote(to)));
    }

    /** A column's definition without what makes it a key or unique. */
    default String definition(Column column) {
        var alone = new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.identity(),
                false,
                column.defaultSql(),
                column.generated(),
                column.comment(),
                column.collation());
        return grammar().definition(Table.of("alone", List.of(alone)), alone);
    }

    /** A column as it is while rows have no value for it yet. */
    static Column empty(Column column) {
        return new Column(
                column.name(),
                column.type(),
                true,
                false,
                false,
                column.defaultSql(),
                null,
                column.comment(),
                column.collation());
    }

    /** Whether rows that are there get a value by themselves when the column is added, or need none. */
    static boolean easy(Column column) {
        return column.nullable() || column.identity() || column.generated() != null || column.defaultSql() != null;
    }

    /** Fills a column: all rows, or those that have no value. */
    default void fill(Table table, Column column, String sql, boolean all, Steps steps) {
        String name = grammar().quote(column.name());
        steps.add(
                "fill column " + table.name() + "." + column.name(),
                "UPDATE " + grammar().quote(table.name()) + " SET " + name + " = " + sql
                        + (all ? "" : " WHERE " + name + " IS NULL"));
    }
}
