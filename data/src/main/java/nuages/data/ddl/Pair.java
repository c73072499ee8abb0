package nuages.data.ddl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table that stays, all of them as the database has them. The first two have equal lists in the same order.
 *
 * @param old as it is
 * @param moved as it is once all renames are done; a column that goes may have a temporary name
 * @param after as it is to be
 * @param renamed new names by old ones of columns whose names change
 */
record Pair(Grammar grammar, Table old, Table moved, Table after, Renaming renamed) {
    /**
     * A column that stays.
     *
     * @param moved as it is, by its new name
     * @param after as it is to be
     * @param is as it would be read
     * @param becomes as it would be read once changed
     */
    record Both(Column moved, Column after, Column is, Column becomes) {
        boolean retyped() {
            return !is.type().equals(becomes.type()) || !Objects.equals(is.collation(), becomes.collation());
        }

        boolean regenerated() {
            return !Objects.equals(is.generated(), becomes.generated());
        }

        boolean tightened() {
            return is.nullable() && !becomes.nullable();
        }

        /** Whether what leads from or to it must be taken away for the time of the change. */
        boolean disturbed() {
            return retyped()
                    || regenerated()
                    || is.nullable() != becomes.nullable()
                    || is.identity() != becomes.identity();
        }

        String name() {
            return after.name();
        }
    }

    String name() {
        return after.name();
    }

    /** Columns that stay. */
    List<Both> both() {
        return moved.columns().stream()
                .flatMap(it -> after.column(it.name()).stream()
                        .map(other -> new Both(it, other, grammar.kept(moved, it), grammar.kept(after, other))))
                .toList();
    }

    Optional<Both> both(String column) {
        return both().stream().filter(it -> it.name().equals(column)).findFirst();
    }

    /** Columns that are new. */
    List<Column> added() {
        return after.columns().stream()
                .filter(it -> moved.column(it.name()).isEmpty())
                .toList();
    }

    /** Columns that go. */
    List<Column> gone() {
        return moved.columns().stream()
                .filter(it -> after.column(it.name()).isEmpty())
                .toList();
    }

    /** The old name of a column. */
    String oldName(String column) {
        for (int i = 0; i < moved.columns().size(); i++) {
            if (moved.columns().get(i).name().equals(column)) {
                return old.columns().get(i).name();
            }
        }
        return column;
    }

    boolean newKey() {
        return !moved.primaryKey().equals(after.primaryKey());
    }

    /** Whether an index, constraint or key has to do with one of these columns. */
    static boolean concerns(Index it, Set<String> columns) {
        return parts(it.parts(), columns)
                || it.include().stream().anyMatch(columns::contains)
                || (it.condition() != null && SqlNames.mentions(it.condition(), columns));
    }

    static boolean concerns(Constraint constraint, Set<String> columns) {
        return switch (constraint) {
            case Check it -> SqlNames.mentions(it.sql(), columns);
            case Unique it ->
                parts(it.parts(), columns)
                        || it.include().stream().anyMatch(columns::contains)
                        || (it.condition() != null && SqlNames.mentions(it.condition(), columns));
        };
    }

    private static boolean parts(List<Part> parts, Set<String> columns) {
        return parts.stream()
                .anyMatch(it -> it.expression() ? SqlNames.mentions(it.text(), columns) : columns.contains(it.text()));
    }

    /** Whether one of these columns is named in a condition or an expression. */
    static boolean written(@Nullable String condition, List<Part> parts, Set<String> columns) {
        return (condition != null && SqlNames.mentions(condition, columns))
                || parts.stream().anyMatch(it -> it.expression() && SqlNames.mentions(it.text(), columns));
    }
}
