package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import nuages.data.schema.ColumnType.*;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;

/** Schemas as nobody would write them, of what the database has. */
final class Schemas {
    private static final List<String> TAILS = List.of(
            "", "order", " of", "\"", "``", "'s", "Ünï", "語", "\\", ";", "--", "/*", "*/", "%s", "?", ",", "(", ")",
            "[", "]", "A", "check", "$1", ":x");
    private static final List<ColumnType> SHORT = List.of(
            new SmallInteger(false),
            new SmallInteger(true),
            new Whole(false),
            new Whole(true),
            new BigInteger(true),
            new Decimal(20, 6),
            new Bool(),
            new Characters(30),
            new Date(),
            new Time(),
            new Timestamp(),
            new Uuid(),
            new IpAddress());
    private static final List<ColumnType> LONG = List.of(
            new Text(), new Characters(0), new Json(), new Binary(), new Real(), new Duration(), new Decimal(0, 0));

    private final Random random;
    private final Kind kind;
    private int number;

    Schemas(Random random, Kind kind) {
        this.random = random;
        this.kind = kind;
    }

    List<Table> schema() {
        var names = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> name())
                .toList();
        return names.stream().map(it -> table(it, names)).toList();
    }

    String name() {
        return "x" + number++ + pick(TAILS) + pick(TAILS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Table table(String name, List<String> all) {
        var columns = new ArrayList<Column>();
        columns.add(Column.of("id", new BigInteger(false)).asIdentity());
        var keys = new ArrayList<ForeignKey>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            columns.add(column());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            var column = Column.of(name(), new BigInteger(false)).asNullable();
            columns.add(chance(30) ? column.asUnique() : column);
            keys.add(ForeignKey.of(name(), column.name(), pick(all), "id")
                    .onDelete(pick(List.of(Action.NO_ACTION, Action.CASCADE, Action.SET_NULL)))
                    .indexed(chance(80)));
        }
        var sortable = columns.stream()
                .filter(it -> sortable(it.type()))
                .map(Column::name)
                .toList();
        var table = new Table(name, columns, List.of("id"), keys, indexes(sortable), constraints(sortable), null);
        return chance(20) ? table.withComment(pick(TAILS)) : table;
    }

    static boolean sortable(ColumnType type) {
        return SHORT.contains(type) || type instanceof BigInteger;
    }

    Column column() {
        var type = chance(70) ? pick(SHORT) : pick(LONG);
        var column = Column.of(name(), type);
        column = chance(40) ? column.asNullable() : column;
        column = chance(20) && sortable(type) ? column.asUnique() : column;
        column = chance(20) && type instanceof Whole ? column.withDefault("" + random.nextInt(9)) : column;
        return chance(20) ? column.withComment(pick(TAILS)) : column;
    }

    List<Index> indexes(List<String> columns) {
        var indexes = new ArrayList<Index>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var index = Index.of(name(), parts(columns));
            index = chance(20) ? index.where("id > 3") : index;
            index = chance(20) ? index.including(List.of("id")) : index;
            indexes.add(index);
        }
        return indexes;
    }

    private List<Part> parts(List<String> columns) {
        return columns.stream()
                .filter(_ -> chance(40))
                .limit(4)
                .map(it -> chance(40) ? Part.column(it).down() : Part.column(it))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), it -> it.isEmpty() ? List.of(Part.column("id")) : it));
    }

    List<Constraint> constraints(List<String> columns) {
        var constraints = new ArrayList<Constraint>();
        if (chance(40)) {
            String[] own = columns.stream().filter(_ -> chance(50)).limit(3).toArray(String[]::new);
            constraints.add(own.length == 0 ? Unique.of(name(), "id") : Unique.of(name(), own));
        }
        if (chance(20) && kind != Kind.MARIADB) {
            constraints.add(Unique.of(name(), "id").where("id > 5"));
        }
        if (chance(20) && kind != Kind.MARIADB) {
            constraints.add(Unique.of(name(), List.of(Part.expression("abs(id)").down())));
        }
        if (chance(20)) {
            // MariaDB lets no check be about what it numbers itself
            constraints.add(new Check(name(), "2 > 1"));
        }
        return constraints;
    }
}
