package nuages.data.migration;

import java.util.List;
import java.util.function.UnaryOperator;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Names;

/** The names of indexes and constraints that were made of their table and columns, which change with these. */
final class DerivedNames {
    private DerivedNames() {}

    /** An index of a table and of columns that have been renamed. */
    static Index moved(Index index, String from, String to, UnaryOperator<String> columns) {
        var parts = moved(index.parts(), columns);
        String name = index.name().equals(of(from, index.parts())) ? of(to, parts) : index.name();
        return new Index(
                name,
                parts,
                index.method(),
                index.condition(),
                index.include().stream().map(columns).toList());
    }

    /** A constraint of a table and of columns that have been renamed. */
    static Constraint moved(Constraint constraint, String from, String to, UnaryOperator<String> columns) {
        if (!(constraint instanceof Unique unique)) {
            return constraint;
        }
        var parts = moved(unique.parts(), columns);
        String name = derived(unique, from) ? unique(Names.POSTGRESQL, to, parts) : unique.name();
        return new Unique(
                name,
                parts,
                unique.condition(),
                unique.include().stream().map(columns).toList(),
                unique.deferral(),
                unique.nullsDistinct());
    }

    /** The constraint as that kind of database calls it, if it has no name of its own. */
    static Constraint fit(Names names, String table, Constraint constraint) {
        return constraint instanceof Unique unique && derived(unique, table)
                ? named(unique, unique(names, table, unique.parts()))
                : constraint;
    }

    /** The same under the name that the state knows it by. */
    static Unique named(Unique unique, String name) {
        return new Unique(
                name, unique.parts(), unique.condition(), unique.include(), unique.deferral(), unique.nullsDistinct());
    }

    /** The name that a constraint of these columns has to the states: PostgreSQL's, the shortest. */
    static String unique(String table, List<Part> parts) {
        return unique(Names.POSTGRESQL, table, parts);
    }

    private static boolean derived(Unique unique, String table) {
        return unique.name().equals(unique(Names.POSTGRESQL, table, unique.parts()));
    }

    private static String unique(Names names, String table, List<Part> parts) {
        return names.unique(table, parts.stream().map(Part::text).toList());
    }

    private static String of(String table, List<Part> parts) {
        return Names.listedIndex(
                table,
                parts.stream()
                        .map(it -> it.descending() ? "-" + it.text() : it.text())
                        .toList());
    }

    private static List<Part> moved(List<Part> parts, UnaryOperator<String> columns) {
        return parts.stream()
                .map(it -> it.expression()
                        ? it
                        : new Part(columns.apply(it.text()), false, it.descending(), it.operators()))
                .toList();
    }
}
