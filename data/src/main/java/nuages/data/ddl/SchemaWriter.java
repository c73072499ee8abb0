package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import nuages.data.dialect.Dialect;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Names;
import nuages.data.schema.Table;

/**
 * Writes schemas as statements, with the types, indexes and constraints that Django gives an equal model. It runs
 * nothing: see {@link nuages.data.connection.Database#sql}. Immutable; threads share it.
 *
 * <p>Every name is quoted. Checks, conditions, defaults and expressions are written as they are.
 *
 * <p>Each method throws {@link UnsupportedSchema} if the database has no such thing and leaving it out would let wrong
 * data in; an index that cannot be had is left out, or made without its condition or its included columns.
 */
public final class SchemaWriter {
    private final Grammar grammar;

    private SchemaWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The writer of that kind of database. */
    public static SchemaWriter of(Dialect dialect) {
        return new SchemaWriter(Grammar.of(dialect));
    }

    /** Names as long as this database lets them be. */
    public Names names() {
        return grammar.names();
    }

    /** A name in the quotes of this database. */
    public String quote(String name) {
        return grammar.quote(name);
    }

    /**
     * Creates tables, in any order, with all they have; they may lead to each other in circles. Indexes that Django adds
     * by itself are added here: those of foreign keys (on PostgreSQL and SQLite) and of patterns (on PostgreSQL).
     */
    public List<String> create(List<Table> tables) {
        var fit = tables.stream().map(grammar::fit).toList();
        var all = new ArrayList<String>();
        for (var table : fit) {
            all.add(grammar.create(table));
            all.addAll(grammar.comments(table));
        }
        for (var table : fit) {
            grammar.outerKeys(table).forEach(it -> all.add(grammar.addForeignKey(table, it)));
            all.addAll(indexes(table));
        }
        return List.copyOf(all);
    }

    private List<String> indexes(Table table) {
        var all = new ArrayList<String>();
        var inner = grammar.inner(table).toList();
        table.constraints().stream()
                .filter(it -> !inner.contains(it))
                .forEach(it -> all.add(grammar.addConstraint(table, it)));
        table.indexes().forEach(it -> all.add(grammar.createIndex(table, it)));
        return all;
    }

    /**
     * A table as {@link Introspection} reads it once it was created: with the indexes it gets by itself, without what the
     * database does not keep, its keys, indexes and constraints in the order of their names. Checks, conditions, defaults
     * and expressions stay as they are, though PostgreSQL and MariaDB print them in their own words.
     */
    public Table kept(Table table) {
        return grammar.kept(table);
    }

    /** Drops tables with all they have, in any order. */
    public List<String> drop(List<Table> tables) {
        var all = new ArrayList<String>();
        if (grammar.altersConstraints()) {
            for (var table : tables) {
                table.foreignKeys().forEach(it -> all.add(grammar.dropForeignKey(table, it)));
            }
        }
        tables.forEach(it -> all.add("DROP TABLE " + quote(it.name())));
        return List.copyOf(all);
    }

    /** Gives a table another name. */
    public List<String> renameTable(String from, String to) {
        return List.of("ALTER TABLE " + quote(from) + " RENAME TO " + quote(to));
    }

    /** Gives a column another name. */
    public List<String> renameColumn(Table table, String from, String to) {
        return List.of("ALTER TABLE " + quote(table.name()) + " RENAME COLUMN " + quote(from) + " TO " + quote(to));
    }

    /**
     * Adds a column to a table that is there. On SQLite its foreign key comes with it; elsewhere add that after.
     *
     * @param table the table with its new column, and the foreign key of that if it has one
     */
    public List<String> addColumn(Table table, Column column) {
        var all = new ArrayList<String>();
        all.add("ALTER TABLE " + quote(table.name()) + " ADD COLUMN " + quote(column.name()) + " "
                + grammar.definition(grammar.fit(table), column));
        all.addAll(grammar.comments(table).stream()
                .filter(it -> it.contains("." + quote(column.name()) + " "))
                .toList());
        return List.copyOf(all);
    }

    /** Drops a column; what was of it must have been dropped before. */
    public List<String> dropColumn(Table table, String column) {
        return List.of("ALTER TABLE " + quote(table.name()) + " DROP COLUMN " + quote(column));
    }

    /** Adds an index; none if this database has no such thing. */
    public List<String> createIndex(Table table, Index index) {
        return grammar.abilities().fit(table, index).stream()
                .map(it -> grammar.createIndex(table, it))
                .toList();
    }

    /** Drops an index. */
    public List<String> dropIndex(Table table, String index) {
        return List.of(grammar.dropIndex(table, index));
    }

    /** Adds a foreign key to a table that is there. */
    public List<String> addForeignKey(Table table, ForeignKey key) {
        return List.of(grammar.addForeignKey(table, grammar.abilities().fit(table, key)));
    }

    /** Drops a foreign key. */
    public List<String> dropForeignKey(Table table, ForeignKey key) {
        return List.of(grammar.dropForeignKey(table, key));
    }

    /** Adds a constraint to a table that is there. */
    public List<String> addConstraint(Table table, Constraint constraint) {
        return List.of(grammar.addConstraint(table, grammar.abilities().fit(table, constraint)));
    }

    /** Drops a constraint. */
    public List<String> dropConstraint(Table table, Constraint constraint) {
        return List.of(grammar.dropConstraint(table, constraint));
    }
}
