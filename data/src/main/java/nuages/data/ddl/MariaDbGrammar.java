package nuages.data.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import nuages.data.schema.Constraint;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Names;
import nuages.data.schema.Table;

/** MariaDB's wording. Foreign keys make an index of their own there, also those that want none. */
record MariaDbGrammar() implements Grammar {
    @Override
    public Names names() {
        return Names.MARIADB;
    }

    @Override
    public Abilities abilities() {
        return Abilities.MARIADB;
    }

    @Override
    public String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public String type(ColumnType type) {
        return switch (type) {
            case SmallInteger _, Whole _, BigInteger _ -> Types.whole(type) + (Types.positive(type) ? " UNSIGNED" : "");
            case Decimal it ->
                it.digits() == 0 ? "numeric(65, 30)" : "numeric(" + it.digits() + ", " + it.places() + ")";
            case Real _ -> "double precision";
            case Bool _ -> "bool";
            case Characters it -> it.max() == 0 ? "longtext" : "varchar(" + it.max() + ")";
            case Text _ -> "longtext";
            case Date _ -> "date";
            case Time _ -> "time(6)";
            case Timestamp _ -> "datetime(6)";
            case Duration _ -> "bigint";
            case Uuid _ -> "uuid";
            case Binary _ -> "longblob";
            case Json _ -> "json";
            case IpAddress _ -> "char(39)";
            case Array _ -> throw Types.noArrays("MariaDB");
            case Other it -> it.sql();
        };
    }

    /** The server itself would check a {@code json} column, too; what it numbers itself cannot be checked. */
    @Override
    public Optional<String> check(Column column) {
        String name = quote(column.name());
        if (column.type() instanceof Json) {
            return Optional.of("JSON_VALID(" + name + ")");
        }
        return Types.positive(column.type()) && !column.identity() ? Optional.of(name + " >= 0") : Optional.empty();
    }

    /** A computed column cannot be called not null or null. */
    @Override
    public String definition(Table table, Column column) {
        var words = new StringBuilder(type(column.type()));
        words.append(column.identity() ? " AUTO_INCREMENT" : "");
        words.append(ColumnWords.source(this, column));
        if (column.generated() == null) {
            words.append(column.nullable() ? " NULL" : " NOT NULL");
        }
        words.append(ColumnWords.unique(this, table, column));
        words.append(column.comment() == null ? "" : " COMMENT " + literal(column.comment()));
        check(column).ifPresent(it -> words.append(" CHECK (").append(it).append(')'));
        return words.toString();
    }

    @Override
    public List<Index> automatic(Table table) {
        return List.of();
    }

    /** That a number is a duration is not kept, nor the difference of long and unlimited texts. */
    @Override
    public Column kept(Table table, Column column) {
        var kept = Canonical.of(table, column).typed(kept(column.type()));
        return column.generated() == null ? kept : kept.asNullable();
    }

    private static ColumnType kept(ColumnType type) {
        return switch (type) {
            case Decimal it when it.digits() == 0 -> new Decimal(65, 30);
            case Characters it when it.max() == 0 -> new Text();
            case Duration _ -> new BigInteger(false);
            case ColumnType other -> other;
        };
    }

    @Override
    public String tableEnd(Table table) {
        return table.comment() == null ? "" : " COMMENT = " + literal(table.comment());
    }

    @Override
    public List<String> comments(Table table) {
        return List.of();
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public List<ForeignKey> innerKeys(Table table) {
        return List.of();
    }

    @Override
    public List<ForeignKey> outerKeys(Table table) {
        return table.foreignKeys();
    }

    @Override
    public String createIndex(Table table, Index index) {
        return switch (index.method()) {
            case "fulltext", "spatial" ->
                Grammar.super
                        .createIndex(table, index.using(Index.BTREE))
                        .replaceFirst("CREATE", "CREATE " + index.method().toUpperCase(Locale.ROOT));
            default -> Grammar.super.createIndex(table, index);
        };
    }

    @Override
    public String dropIndex(Table table, String index) {
        return "DROP INDEX " + quote(index) + " ON " + quote(table.name());
    }

    @Override
    public String dropForeignKey(Table table, ForeignKey key) {
        return "ALTER TABLE " + quote(table.name()) + " DROP FOREIGN KEY " + quote(key.name());
    }

    @Override
    public String dropConstraint(Table table, Constraint constraint) {
        return "ALTER TABLE " + quote(table.name()) + " DROP CONSTRAINT " + quote(constraint.name());
    }

    @Override
    public boolean altersConstraints() {
        return true;
    }
}
