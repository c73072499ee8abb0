package nuages.data.ddl;

import java.util.ArrayList;
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
    private final SchemaWriter writer;

    private SchemaChange(SchemaWriter writer) {
        this.writer = writer;
    }

    /** For that kind of database. */
    public static SchemaChange of(Dialect dialect) {
        return new SchemaChange(SchemaWriter.of(dialect));
    }

    /**
     * The statements, in the order in which they must be run. Tables that are equal in both need none.
     *
     * @param before all tables that change or go, and those that lead to them, as models or {@link Introspection} give
     *     them
     * @param after the same, as they are to be, and new ones
     * @param fills what is put into the rows where a column is new or must no longer be null
     * @throws UnsupportedSchema if this database cannot have the second schema
     */
    public List<Step> steps(List<Table> before, List<Table> after, Renames renames, Fills fills) {
        var steps = new ArrayList<Step>();
        var gone = before.stream()
                .filter(it -> after.stream().noneMatch(other -> other.name().equals(it.name())))
                .toList();
        var fresh = after.stream()
                .filter(it -> before.stream().noneMatch(other -> other.name().equals(it.name())))
                .toList();
        writer.drop(gone).forEach(it -> steps.add(Step.of("drop tables", it)));
        writer.create(fresh).forEach(it -> steps.add(Step.of("create tables", it)));
        return List.copyOf(steps);
    }
}
