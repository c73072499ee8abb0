package nuages.data.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import nuages.data.schema.Constraint;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;

/** A schema and what becomes of it: nearly everything may change, and names may be swapped. */
final class Changes {
    final List<Table> before;
    final List<Table> after = new ArrayList<>();
    Renames renames = Renames.none();

    private final Random random;
    private final Kind kind;
    private final Schemas schemas;
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();

    Changes(Random random, Kind kind) {
        this.random = random;
        this.kind = kind;
        this.schemas = new Schemas(random, kind);
        this.before = schemas.schema();
        var kept = before.stream().filter(_ -> !chance(15)).toList();
        rename(kept.stream().map(Table::name).toList(), tables);
        tables.forEach((from, to) -> renames = from.equals(to) ? renames : renames.withTable(from, to));
        for (var table : kept) {
            var names = new HashMap<String, String>();
            rename(kept(table), names);
            names.put("id", "id");
            columns.put(table.name(), names);
            names.forEach((from, to) ->
                    renames = from.equals(to) ? renames : renames.withColumn(table(table.name()), from, to));
        }
        var all = new ArrayList<>(tables.values());
        var fresh = chance(40) ? List.of(schemas.name()) : List.<String>of();
        all.addAll(fresh);
        kept.forEach(it -> after.add(changed(it, all)));
        fresh.forEach(it -> after.add(schemas.table(it, all)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private List<String> kept(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .filter(it -> !it.equals("id") && !chance(10))
                .toList();
    }

    /** Some get a new name, and some the name of another. */
    private void rename(List<String> names, Map<String, String> renamed) {
        names.forEach(it -> renamed.put(it, chance(20) ? schemas.name() : it));
        if (names.size() > 1 && chance(20)) {
            String first = renamed.get(names.get(0));
            renamed.put(names.get(0), renamed.get(names.get(1)));
            renamed.put(names.get(1), first);
        }
    }

    private Table changed(Table table, List<String> all) {
        var names = columns(table.name());
        var moved = new Renaming(names, UnaryOperator.identity());
        var kept = new ArrayList<Column>();
        for (var column : table.columns()) {
            if (names.containsKey(column.name())) {
                var it = moved.table(Table.of("x", List.of(column)), "x")
                        .columns()
                        .getFirst();
                boolean leads = table.foreignKeys().stream()
                        .anyMatch(key -> key.columns().contains(column.name()));
                kept.add(column.name().equals("id") || leads || chance(60) ? it : changed(it));
            }
        }
        var keys = new ArrayList<ForeignKey>();
        for (var key : table.foreignKeys()) {
            String column = names.getOrDefault(key.columns().getFirst(), "");
            if (!column.isEmpty() && tables.containsKey(key.toTable()) && !chance(15)) {
                var action = chance(80) ? key.onDelete() : Action.CASCADE;
                keys.add(ForeignKey.of(key.name(), column, table(key.toTable()), "id")
                        .onDelete(action)
                        .indexed(key.indexed() == chance(80)));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            var column = schemas.column();
            kept.add(column);
        }
        if (chance(20)) {
            var column = Column.of(schemas.name(), new BigInteger(false)).asNullable();
            kept.add(column);
            keys.add(ForeignKey.of(schemas.name(), column.name(), all.get(random.nextInt(all.size())), "id"));
        }
        return things(table, kept, keys);
    }

    private Table things(Table table, List<Column> columns, List<ForeignKey> keys) {
        var sortable = columns.stream()
                .filter(it -> Schemas.sortable(it.type()))
                .map(Column::name)
                .toList();
        var indexes = new ArrayList<Index>();
        var constraints = new ArrayList<Constraint>();
        var moved = new Renaming(columns(table.name()), UnaryOperator.identity());
        var renamed = moved.table(table, "x");
        renamed.indexes().stream()
                .filter(it -> it.parts().stream().allMatch(part -> sortable.contains(part.text())))
                .filter(_ -> !chance(20))
                .forEach(it -> indexes.add(chance(80) ? it : nuages.data.ddl.Kind.INDEXES.called(it, schemas.name())));
        renamed.constraints().stream()
                .filter(it -> !(it instanceof Constraint.Unique unique)
                        || unique.parts().stream()
                                .allMatch(part -> part.expression() || sortable.contains(part.text())))
                .filter(_ -> !chance(20))
                .forEach(constraints::add);
        if (chance(30)) {
            indexes.addAll(schemas.indexes(sortable));
            constraints.addAll(schemas.constraints(sortable));
        }
        return new Table(
                table(table.name()),
                columns,
                List.of("id"),
                keys,
                indexes,
                constraints,
                chance(80) ? table.comment() : "other");
    }

    private Column changed(Column it) {
        var type = chance(50) ? it.type() : other(it.type());
        return new Column(
                it.name(),
                type,
                it.nullable() == (chance(70) || !type.equals(it.type())),
                false,
                Schemas.sortable(type) && (chance(20) || it.unique()) && !(type instanceof Bool),
                type instanceof Whole && chance(50) ? "5" : null,
                null,
                chance(70) ? it.comment() : "said",
                null);
    }

    /** A type that has all values that this one has in the tests. */
    private ColumnType other(ColumnType type) {
        return switch (type) {
            case SmallInteger it -> new Whole(!it.positive());
            case Whole it -> chance(50) ? new BigInteger(it.positive()) : new Characters(20);
            case BigInteger it -> new Decimal(30, 2);
            case Characters _ -> new Text();
            case Text _ -> new Characters(50);
            case Bool _ -> new SmallInteger(false);
            case Date _ -> new Timestamp();
            case Uuid _ -> new Characters(36);
            case IpAddress _ -> new Text();
            case Decimal _ -> new Real();
            case Duration _ -> kind == Kind.POSTGRESQL ? new BigInteger(false) : new BigInteger(true);
            default -> type;
        };
    }

    /** The new names' old ones. */
    Renames back() {
        var back = Renames.none();
        for (var it : tables.entrySet()) {
            if (!it.getKey().equals(it.getValue())) {
                back = back.withTable(it.getValue(), it.getKey());
            }
            for (var column : columns(it.getKey()).entrySet()) {
                if (!column.getKey().equals(column.getValue())) {
                    back = back.withColumn(it.getKey(), column.getValue(), column.getKey());
                }
            }
        }
        return back;
    }

    /** The new name of a table that stays, or nothing. */
    String table(String name) {
        return tables.getOrDefault(name, "");
    }

    String column(String table, String name) {
        return columns(table).getOrDefault(name, "");
    }

    private Map<String, String> columns(String table) {
        return columns.getOrDefault(table, Map.of());
    }
}
