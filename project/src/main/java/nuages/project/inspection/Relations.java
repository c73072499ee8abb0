package nuages.project.inspection;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Sqlite;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.BigInteger;
import nuages.data.schema.ColumnType.SmallInteger;
import nuages.data.schema.ColumnType.Whole;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Names;
import nuages.data.schema.Table;

/** The tables that can have models: their keys, and which of their columns refer to which of them. Immutable. */
final class Relations {
    private static final int LONGEST_NAME = 63;

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, String> unfit = new LinkedHashMap<>();
    private final Names names;
    private final boolean sizeless;

    Relations(Dialect dialect, List<Table> all) {
        names = SchemaWriter.of(dialect).names();
        sizeless = dialect instanceof Sqlite;
        var seen = new HashSet<String>();
        for (var table : all) {
            var reason = unfit(table);
            if (reason.isPresent()) {
                unfit.put(table.name(), reason.get());
            } else if (seen.add(table.name().toLowerCase(Locale.ROOT))) {
                tables.put(table.name(), table);
            } else {
                unfit.put(table.name(), "another table has that name but for capitals");
            }
        }
    }

    /** The tables that can have no model, and why. */
    Map<String, String> unfit() {
        return unfit;
    }

    Collection<Table> tables() {
        return tables.values();
    }

    Table table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    private static Optional<String> unfit(Table table) {
        if (tooLong(table.name())) {
            return Optional.of("its name has more than " + LONGEST_NAME + " characters");
        }
        var key = key(table);
        if (key.isEmpty()) {
            return Optional.of("it has no primary key, and no unique columns that are never null to find rows by");
        }
        return key.stream()
                .filter(Relations::tooLong)
                .findFirst()
                .map(it -> "the name of its key has more than " + LONGEST_NAME + " characters");
    }

    static boolean tooLong(String name) {
        return name.length() > LONGEST_NAME;
    }

    /** The columns of the key, or those that are as good as one. */
    static List<String> key(Table table) {
        if (!table.primaryKey().isEmpty()) {
            return table.primaryKey();
        }
        var unique = table.columns().stream()
                .filter(it -> it.unique() && !it.nullable())
                .map(Column::name)
                .findFirst();
        return unique.map(List::of).orElseGet(() -> constrained(table));
    }

    private static List<String> constrained(Table table) {
        for (var constraint : table.constraints()) {
            if (constraint instanceof Unique unique && unique.ofPlainColumns()) {
                var columns = unique.parts().stream().map(Part::text).toList();
                if (columns.stream()
                        .noneMatch(it -> table.column(it).orElseThrow().nullable())) {
                    return columns;
                }
            }
        }
        return List.of();
    }

    /** The key's column, if it is one, as columns that refer to it are typed. */
    Optional<Column> keyColumn(String table) {
        return Optional.ofNullable(tables.get(table))
                .filter(it -> key(it).size() == 1)
                .map(it -> it.column(key(it).getFirst()).orElseThrow())
                .map(it -> sizeless && it.identity() ? it.typed(typeOfReferences(table, it)) : it);
    }

    /** SQLite does not keep how long the numbers are that it gives, but what refers to them says it. */
    private ColumnType typeOfReferences(String table, Column key) {
        var types = new HashSet<ColumnType>();
        for (var from : tables.values()) {
            from.foreignKeys().stream()
                    .filter(it -> it.toTable().equals(table) && it.toColumns().equals(List.of(key.name())))
                    .map(it -> from.column(it.columns().getFirst()).orElseThrow())
                    .filter(it -> !it.identity())
                    .forEach(it -> types.add(it.type()));
        }
        var type = types.size() == 1 ? types.iterator().next() : new BigInteger(false);
        return type.equals(new Whole(false)) || type.equals(new SmallInteger(false)) ? type : new BigInteger(false);
    }

    /** The foreign key by which a column refers to the key of another table, if a model can say so. */
    Optional<ForeignKey> reference(Table table, Column column) {
        return circular(table, column) ? Optional.empty() : leading(table, column);
    }

    private Optional<ForeignKey> leading(Table table, Column column) {
        if (column.identity() || column.generated() != null) {
            return Optional.empty();
        }
        return table.foreignKeys().stream()
                .filter(it -> it.columns().equals(List.of(column.name())))
                .filter(it -> keyColumn(it.toTable())
                        .filter(key -> it.toColumns().equals(List.of(key.name()))
                                && key.type().equals(column.type()))
                        .isPresent())
                .findFirst();
    }

    /** Whether a reference of these columns has the index that references have if they say nothing of it. */
    boolean indexed(Table table, ForeignKey key) {
        String index = names.index(table.name(), key.columns().toArray(String[]::new));
        return key.indexed()
                || key.columns().equals(key(table))
                || key.columns().stream()
                        .anyMatch(it -> table.column(it).orElseThrow().unique())
                || table.indexes().stream().anyMatch(it -> it.name().equals(index));
    }

    /** Keys that refer to each other in a circle have no type of their own. */
    private boolean circular(Table table, Column column) {
        var seen = new HashSet<String>();
        var from = table;
        var at = column;
        while (seen.add(from.name() + '\0' + at.name())) {
            var key = leading(from, at);
            if (key.isEmpty()) {
                return false;
            }
            from = table(key.get().toTable());
            at = keyColumn(from.name()).orElseThrow();
        }
        return true;
    }

    /** The Java type of a key of one column. */
    ValueType keyType(String table) {
        var key = keyColumn(table).orElseThrow();
        return reference(table(table), key).map(it -> keyType(it.toTable())).orElseGet(() -> valueType(key));
    }

    /** The Java type of a column that refers to nothing. */
    ValueType valueType(Column column) {
        return ValueType.of(column.type(), sizeless);
    }
}
