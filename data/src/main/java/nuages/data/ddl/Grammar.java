package nuages.data.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Deferral;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;
import nuages.data.schema.Names;
import nuages.data.schema.Table;

/** How one kind of database words a schema; what is the same for all is here. */
sealed interface Grammar permits PostgresGrammar, MariaDbGrammar, SqliteGrammar {
    static Grammar of(Dialect dialect) {
        return switch (dialect) {
            case Postgres _ -> new PostgresGrammar();
            case MariaDb _ -> new MariaDbGrammar();
            case Sqlite _ -> new SqliteGrammar();
        };
    }

    Names names();

    Abilities abilities();

    String quote(String name);

    String type(ColumnType type);

    /** What must hold of a column because of its type. */
    Optional<String> check(Column column);

    /** The column's definition, from its type on. */
    String definition(Table table, Column column);

    /** The indexes that a table gets without asking. */
    List<Index> automatic(Table table);

    /** The column as it is read back. */
    Column kept(Table table, Column column);

    /** What {@code CREATE TABLE} ends with. */
    String tableEnd(Table table);

    /** Statements right after {@code CREATE TABLE}. */
    List<String> comments(Table table);

    /** The foreign keys that stand in {@code CREATE TABLE} itself, those in a column's definition apart. */
    List<ForeignKey> innerKeys(Table table);

    /** The foreign keys that are added once all tables are there. */
    List<ForeignKey> outerKeys(Table table);

    String dropIndex(Table table, String index);

    String dropForeignKey(Table table, ForeignKey key);

    String dropConstraint(Table table, Constraint constraint);

    /** Whether constraints can be added to a table that is there. */
    boolean altersConstraints();

    /** What a foreign key is called once its table, its columns or what they lead to have other names. */
    default String movedName(String oldTable, ForeignKey old, String table, ForeignKey key) {
        return old.name();
    }

    default String quoted(List<String> names) {
        return SqlText.list(names, this::quote);
    }

    /** The table as it will be written: with what it gets by itself, without what this database lacks. */
    default Table fit(Table table) {
        return abilities().fit(table.withIndexes(Abilities.joined(table.indexes(), automatic(table))));
    }

    /** The table as it is read back once written, in the order in which it is read back. */
    default Table kept(Table table) {
        var fit = fit(table);
        return new Table(
                fit.name(),
                fit.columns().stream().map(it -> kept(fit, it)).toList(),
                fit.primaryKey(),
                fit.foreignKeys().stream()
                        .sorted(Comparator.comparing(ForeignKey::name))
                        .toList(),
                fit.indexes().stream()
                        .map(Canonical::of)
                        .sorted(Comparator.comparing(Index::name))
                        .toList(),
                fit.constraints().stream()
                        .map(Canonical::of)
                        .sorted(Comparator.comparing(Constraint::name))
                        .toList(),
                Draft.orNull(fit.comment()));
    }

    /** Whether the column is the whole primary key. */
    default boolean key(Table table, Column column) {
        return table.primaryKey().equals(List.of(column.name()));
    }

    default String create(Table table) {
        return create(table, table.name());
    }

    /** Creates it under another name. */
    default String create(Table table, String name) {
        var parts = new ArrayList<String>();
        table.columns().forEach(it -> parts.add(quote(it.name()) + " " + definition(table, it)));
        if (table.primaryKey().size() > 1) {
            parts.add("PRIMARY KEY (" + quoted(table.primaryKey()) + ")");
        }
        innerKeys(table)
                .forEach(it -> parts.add(named(it) + "FOREIGN KEY (" + quoted(it.columns()) + ") " + leads(it)));
        inner(table).forEach(it -> parts.add(constraint(it)));
        return "CREATE TABLE " + quote(name) + " (" + String.join(", ", parts) + ")" + tableEnd(table);
    }

    /** The name before a foreign key in {@code CREATE TABLE}. */
    default String named(ForeignKey key) {
        return "CONSTRAINT " + quote(key.name()) + " ";
    }

    /** The constraints that stand in {@code CREATE TABLE} itself. */
    default Stream<Constraint> inner(Table table) {
        return table.constraints().stream().filter(Grammar::ofTable);
    }

    /** Whether it is a constraint to the database as well; if not, it is an index. */
    static boolean ofTable(Constraint constraint) {
        return !(constraint instanceof Unique unique) || unique.ofPlainColumns();
    }

    default String constraint(Constraint constraint) {
        String named = "CONSTRAINT " + quote(constraint.name()) + " ";
        return switch (constraint) {
            case Check check -> named + "CHECK " + SqlText.wrapped(check.sql());
            case Unique unique ->
                named + "UNIQUE" + (unique.nullsDistinct() ? "" : " NULLS NOT DISTINCT") + " ("
                        + SqlText.list(unique.parts(), this::part) + ")" + deferral(unique.deferral());
        };
    }

    private static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NONE -> "";
            case IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    default String leads(ForeignKey key) {
        return "REFERENCES " + quote(key.toTable()) + " (" + quoted(key.toColumns()) + ")"
                + (key.onDelete() == Action.NO_ACTION
                        ? ""
                        : " ON DELETE " + key.onDelete().name().replace('_', ' '))
                + (key.deferrable() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    default String addForeignKey(Table table, ForeignKey key) {
        return "ALTER TABLE " + quote(table.name()) + " ADD CONSTRAINT " + quote(key.name()) + " FOREIGN KEY ("
                + quoted(key.columns()) + ") " + leads(key);
    }

    default String addConstraint(Table table, Constraint constraint) {
        return constraint instanceof Unique unique && !unique.ofPlainColumns()
                ? createUnique(table, unique)
                : "ALTER TABLE " + quote(table.name()) + " ADD " + constraint(constraint);
    }

    default String createUnique(Table table, Unique unique) {
        return "CREATE UNIQUE INDEX " + quote(unique.name()) + " ON " + quote(table.name()) + " ("
                + SqlText.list(unique.parts(), this::part) + ")" + including(unique.include())
                + (unique.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
                + (unique.condition() == null ? "" : " WHERE " + unique.condition());
    }

    default String createIndex(Table table, Index index) {
        return "CREATE INDEX " + quote(index.name()) + " ON " + quote(table.name())
                + (index.method().equals(Index.BTREE) ? "" : " USING " + index.method()) + " ("
                + SqlText.list(index.parts(), this::part) + ")" + including(index.include())
                + (index.condition() == null ? "" : " WHERE " + index.condition());
    }

    private String including(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + quoted(columns) + ")";
    }

    default String part(Index.Part part) {
        return (part.expression() ? SqlText.wrapped(part.text()) : quote(part.text()))
                + (part.operators() == null ? "" : " " + part.operators())
                + (part.descending() ? " DESC" : "");
    }

    /** One index for each foreign key that wants it and that no key or unique column serves: joins and deletions need it. */
    default List<Index> foreignKeyIndexes(Table table) {
        return table.foreignKeys().stream()
                .filter(ForeignKey::indexed)
                .filter(it -> !it.columns().equals(table.primaryKey()))
                .filter(it -> it.columns().size() > 1
                        || !table.column(it.columns().getFirst()).orElseThrow().unique())
                .map(it -> Index.of(
                        names().index(table.name(), it.columns().toArray(String[]::new)),
                        it.columns().toArray(String[]::new)))
                .toList();
    }
}
