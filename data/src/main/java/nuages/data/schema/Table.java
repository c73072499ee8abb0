package nuages.data.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table. Immutable; threads share it.
 *
 * @param primaryKey the names of the key's columns in its order; empty if there is none
 * @param indexes those that let rows repeat; what is unique is a constraint
 * @param comment what the database keeps for its readers
 */
public record Table(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        List<Constraint> constraints,
        @Nullable String comment) {
    /** Checks that names are unique and that keys and indexes are of columns that are there. */
    public Table {
        Checks.name("table", name);
        Checks.some("table \"" + name + "\"", columns);
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        constraints = List.copyOf(constraints);
        String mine = "table \"" + name + "\" has ";
        Checks.distinct(mine + "the column", columns.stream().map(Column::name).toList());
        Checks.distinct(mine + "the primary key column", primaryKey);
        Checks.distinct(
                mine + "an index or constraint",
                Stream.of(
                                foreignKeys.stream().map(ForeignKey::name),
                                indexes.stream().map(Index::name),
                                constraints.stream().map(Constraint::name))
                        .flatMap(it -> it)
                        .toList());
        checkColumns(name, columns, used(primaryKey, foreignKeys, indexes, constraints));
        checkIdentity(name, columns, primaryKey);
    }

    /** A table of columns and a primary key. */
    public static Table of(String name, List<Column> columns, String... primaryKey) {
        return new Table(name, columns, List.of(primaryKey), List.of(), List.of(), List.of(), null);
    }

    /** The column of that name. */
    public Optional<Column> column(String wanted) {
        return columns.stream().filter(it -> it.name().equals(wanted)).findFirst();
    }

    /** The same, with these columns. */
    public Table withColumns(List<Column> others) {
        return new Table(name, others, primaryKey, foreignKeys, indexes, constraints, comment);
    }

    /** The same, with these foreign keys. */
    public Table withForeignKeys(List<ForeignKey> others) {
        return new Table(name, columns, primaryKey, others, indexes, constraints, comment);
    }

    /** The same, with these indexes. */
    public Table withIndexes(List<Index> others) {
        return new Table(name, columns, primaryKey, foreignKeys, others, constraints, comment);
    }

    /** The same, with these constraints. */
    public Table withConstraints(List<? extends Constraint> others) {
        return new Table(name, columns, primaryKey, foreignKeys, indexes, List.copyOf(others), comment);
    }

    /** The same, with a comment, or none. */
    public Table withComment(@Nullable String text) {
        return new Table(name, columns, primaryKey, foreignKeys, indexes, constraints, text);
    }

    private static List<String> used(
            List<String> primaryKey, List<ForeignKey> keys, List<Index> indexes, List<Constraint> constraints) {
        var used = new ArrayList<String>(primaryKey);
        keys.forEach(it -> used.addAll(it.columns()));
        for (var index : indexes) {
            used.addAll(columnsOf(index.parts()));
            used.addAll(index.include());
        }
        for (var constraint : constraints) {
            if (constraint instanceof Constraint.Unique unique) {
                used.addAll(columnsOf(unique.parts()));
                used.addAll(unique.include());
            }
        }
        return used;
    }

    private static List<String> columnsOf(List<Index.Part> parts) {
        return parts.stream()
                .filter(it -> !it.expression())
                .map(Index.Part::text)
                .toList();
    }

    private static void checkColumns(String table, List<Column> columns, Collection<String> used) {
        var names = columns.stream().map(Column::name).toList();
        for (String column : used) {
            if (!names.contains(column)) {
                throw new IllegalArgumentException("a key, index or constraint of table \"" + table
                        + "\" is of column \"" + column + "\", which it does not have: it has " + names);
            }
        }
    }

    private static void checkIdentity(String table, List<Column> columns, List<String> primaryKey) {
        if (columns.stream().filter(Column::identity).count() > 1) {
            throw new IllegalArgumentException(
                    "table \"" + table + "\" has two identity columns, primary key " + primaryKey + ": keep one");
        }
    }
}
