package nuages.data.ddl;

import java.util.List;
import nuages.data.dialect.Dialect;
import nuages.data.schema.Table;

/**
 * Finds the statements that lead from one schema to another and keep the rows. It runs nothing: see {@link StepRunner}.
 * Immutable; threads share it.
 *
 * <p>After the steps the database has exactly what creating the second schema would have given it, but for the order of
 * columns: new ones come last.
 */
public final class SchemaChange {
    private final Grammar grammar;

    private SchemaChange(Grammar grammar) {
        this.grammar = grammar;
    }

    /** For that kind of database. */
    public static SchemaChange of(Dialect dialect) {
        return new SchemaChange(Grammar.of(dialect));
    }

    /**
     * The statements, in the order in which they must be run. Tables that are equal in both need none.
     *
     * <p>SQL in the second schema (checks, conditions, expressions) that still has the old name of a renamed column, and
     * means no new one of that name, means the column: databases write the new name into it by themselves.
     *
     * @param before all tables that change or go, and those that lead to them, as models or {@link Introspection} give
     *     them
     * @param after the same, as they are to be, and new ones
     * @param fills what is put into the rows where a column is new or must no longer be null
     * @throws UnsupportedSchema if this database cannot have the second schema
     */
    public List<Step> steps(List<Table> before, List<Table> after, Renames renames, Fills fills) {
        var matching = new Matching(grammar, before, after, renames);
        return switch (grammar) {
            case PostgresGrammar it -> new ServerChange(it, new PostgresAlterations(it), matching, fills).steps();
            case MariaDbGrammar it -> new ServerChange(it, new MariaDbAlterations(it), matching, fills).steps();
            case SqliteGrammar it -> new SqliteChange(it, matching, fills).steps();
        };
    }
}
