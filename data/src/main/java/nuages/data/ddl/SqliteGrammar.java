package nuages.data.ddl;

import java.util.List;
import java.util.Optional;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import nuages.data.schema.Constraint;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Names;
import nuages.data.schema.Table;

/** SQLite's wording. Foreign keys stand with their columns, as a table cannot get them later. */
record SqliteGrammar() implements Grammar {
    @Override
    public Names names() {
        return Names.SQLITE;
    }

    @Override
    public Abilities abilities() {
        return Abilities.SQLITE;
    }

    @Override
    public String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String type(ColumnType type) {
        return switch (type) {
            case SmallInteger _, Whole _, BigInteger _ -> Types.whole(type) + (Types.positive(type) ? " unsigned" : "");
            case Decimal _ -> "decimal";
            case Real _ -> "real";
            case Bool _ -> "bool";
            case Characters it -> it.max() == 0 ? "varchar" : "varchar(" + it.max() + ")";
            case Text _, Json _ -> "text";
            case Date _ -> "date";
            case Time _ -> "time";
            case Timestamp _ -> "datetime";
            case Duration _ -> "bigint";
            case Uuid _ -> "char(32)";
            case Binary _ -> "BLOB";
            case IpAddress _ -> "char(39)";
            case Array _ -> throw Types.noArrays("SQLite");
            case Other it -> it.sql();
        };
    }

    @Override
    public Optional<String> check(Column column) {
        String name = quote(column.name());
        if (column.type() instanceof Json) {
            return Optional.of("(JSON_VALID(" + name + ") OR " + name + " IS NULL)");
        }
        return Types.positive(column.type()) ? Optional.of(name + " >= 0") : Optional.empty();
    }

    /** Only a column of exactly this type numbers itself. */
    @Override
    public String definition(Table table, Column column) {
        if (column.identity() && !key(table, column)) {
            throw new UnsupportedSchema("table \"" + table.name() + "\": column \"" + column.name()
                    + "\" numbers itself and is not the primary key, which SQLite cannot do. Make it the key by"
                    + " itself, or use a database that can");
        }
        var written = column.identity() ? column.typed(new Whole(false)) : column;
        return ColumnWords.standard(this, table, written)
                + (column.identity() ? " AUTOINCREMENT" : "")
                + table.foreignKeys().stream()
                        .filter(it -> it.columns().equals(List.of(column.name())))
                        .map(it -> " " + named(table, it) + leads(it))
                        .reduce("", String::concat);
    }

    /** A key that is called as Django would call it needs no name: it is not in Django's tables either. */
    private String named(Table table, ForeignKey key) {
        return key.name().equals(impliedName(table.name(), key)) ? "" : "CONSTRAINT " + quote(key.name()) + " ";
    }

    static String impliedName(String table, ForeignKey key) {
        return Names.SQLITE.foreignKey(
                table, key.columns(), key.toTable(), key.toColumns().getFirst());
    }

    /** One without a name in the table's definition is still called as Django would call it. */
    @Override
    public String movedName(String oldTable, ForeignKey old, String table, ForeignKey key) {
        return old.name().equals(impliedName(oldTable, old)) ? impliedName(table, key) : old.name();
    }

    @Override
    public List<Index> automatic(Table table) {
        return foreignKeyIndexes(table);
    }

    /** The digits of decimal numbers are not kept, nor that a number is a duration; identities have 64 bits. */
    @Override
    public Column kept(Table table, Column column) {
        var kept = Canonical.of(table, column);
        if (column.identity()) {
            return kept.typed(new BigInteger(false));
        }
        return kept.typed(
                switch (column.type()) {
                    case Decimal _ -> new Decimal(0, 0);
                    case Duration _ -> new BigInteger(false);
                    case ColumnType other -> other;
                });
    }

    @Override
    public String tableEnd(Table table) {
        return "";
    }

    @Override
    public List<String> comments(Table table) {
        return List.of();
    }

    @Override
    public List<ForeignKey> innerKeys(Table table) {
        return table.foreignKeys().stream()
                .filter(it -> it.columns().size() > 1)
                .toList();
    }

    @Override
    public List<ForeignKey> outerKeys(Table table) {
        return List.of();
    }

    @Override
    public String addForeignKey(Table table, ForeignKey key) {
        throw rebuild(table, "get the foreign key \"" + key.name() + "\"");
    }

    @Override
    public String addConstraint(Table table, Constraint constraint) {
        if (Grammar.ofTable(constraint)) {
            throw rebuild(table, "get the constraint \"" + constraint.name() + "\"");
        }
        return Grammar.super.addConstraint(table, constraint);
    }

    @Override
    public String dropIndex(Table table, String index) {
        return "DROP INDEX " + quote(index);
    }

    @Override
    public String dropForeignKey(Table table, ForeignKey key) {
        throw rebuild(table, "lose the foreign key \"" + key.name() + "\"");
    }

    @Override
    public String dropConstraint(Table table, Constraint constraint) {
        if (Grammar.ofTable(constraint)) {
            throw rebuild(table, "lose the constraint \"" + constraint.name() + "\"");
        }
        return dropIndex(table, constraint.name());
    }

    @Override
    public boolean altersConstraints() {
        return false;
    }

    private static UnsupportedSchema rebuild(Table table, String what) {
        return new UnsupportedSchema("table \"" + table.name() + "\" is there already and is to " + what
                + ", which SQLite does in a new table only. Let SchemaChange find the steps that make it anew");
    }
}
