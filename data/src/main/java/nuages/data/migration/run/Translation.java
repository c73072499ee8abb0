package nuages.data.migration.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nuages.data.ddl.SchemaChange;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.Dialect;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.Operation;
import nuages.data.migration.OtherOperation.RunJava;
import nuages.data.migration.OtherOperation.RunSql;
import nuages.data.migration.OtherOperation.Separate;
import nuages.data.migration.ProjectState;
import nuages.data.migration.StateTables;
import nuages.data.migration.run.Unit.Look;
import nuages.data.schema.Table;

/** Says what an operation is to a kind of database, forwards and backwards. Immutable; threads share it. */
final class Translation {
    private final Dialect dialect;
    private final SchemaChange change;
    private final Predicate<String> belongs;

    /**
     * To that kind of database.
     *
     * @param belongs whether a model, {@code app.Model}, has its table in the database
     */
    Translation(Dialect dialect, Predicate<String> belongs) {
        this.dialect = dialect;
        this.change = SchemaChange.of(dialect);
        this.belongs = belongs;
    }

    /** An operation and what it is. */
    record Part(Operation operation, List<Unit> units) {}

    /** What a migration does to these models, or how it is undone so that there are these models. */
    List<Part> parts(MigrationName name, Migration migration, ProjectState before, boolean backwards) {
        var parts = new ArrayList<Part>();
        var state = before;
        for (var operation : migration.operations()) {
            if (backwards && !operation.reversible()) {
                throw new InvalidMigration("migration " + name + " cannot be undone: nothing says how to undo \""
                        + operation.describe()
                        + "\".\nsay so with backwards(…), or write a migration that repairs what "
                        + "it did.");
            }
            var after = apply(name, operation, state);
            parts.add(new Part(operation, units(name.app(), operation, state, after, backwards)));
            state = after;
        }
        return backwards ? parts.reversed() : parts;
    }

    /** All that it does, or that undoes it, in its order; what can be seen to fail before anything is done comes first. */
    List<Unit> units(MigrationName name, Migration migration, ProjectState before, boolean backwards) {
        var units = parts(name, migration, before, backwards).stream()
                .flatMap(it -> it.units().stream())
                .toList();
        if (units.stream().noneMatch(Look.class::isInstance)) {
            return units;
        }
        var state = before;
        for (var operation : backwards ? migration.operations() : List.<Operation>of()) {
            state = apply(name, operation, state);
        }
        return foreseen(units, new StateTables(SchemaWriter.of(dialect).names(), state).all());
    }

    /** What somebody wrote may give rows their values, so that only what stands before it can be looked at first. */
    private static List<Unit> foreseen(List<Unit> units, List<Table> tables) {
        var first = new ArrayList<Unit>();
        var rest = new ArrayList<Unit>();
        boolean foreseeable = true;
        for (var unit : units) {
            foreseeable &= unit instanceof Unit.Change || unit instanceof Look;
            (foreseeable && unit instanceof Look look && there(tables, look) ? first : rest).add(unit);
        }
        first.addAll(rest);
        return first;
    }

    private static boolean there(List<Table> tables, Look look) {
        return tables.stream()
                .filter(it -> it.name().equals(look.table()))
                .anyMatch(it -> look.added() || it.column(look.column()).isPresent());
    }

    private static ProjectState apply(MigrationName name, Operation operation, ProjectState state) {
        try {
            return operation.apply(name.app(), state);
        } catch (InvalidMigration e) {
            throw new InvalidMigration(
                    "migration " + name + " cannot be done, at \"" + operation.describe() + "\": " + e.getMessage(), e);
        }
    }

    private List<Unit> units(
            String app, Operation operation, ProjectState before, ProjectState after, boolean backwards) {
        return switch (operation) {
            case RunSql it -> statements(it, backwards);
            case RunJava it -> java(it, before, backwards);
            case Separate it -> separate(app, it, before, backwards);
            default -> {
                var writer = SchemaWriter.of(dialect);
                var tables = new TouchedTables(writer.names(), belongs);
                yield backwards
                        ? tables.undone(app, operation, before, after).units(writer, change)
                        : tables.done(app, operation, before, after).units(writer, change);
            }
        };
    }

    private List<Unit> statements(RunSql run, boolean backwards) {
        var all = backwards ? run.undoing() : run.statements();
        return all == null || !run.concerns(dialect)
                ? List.of()
                : all.stream().<Unit>map(Unit.Statement::new).toList();
    }

    private static List<Unit> java(RunJava run, ProjectState models, boolean backwards) {
        var step = backwards ? run.undoing() : run.step();
        return step == null ? List.of() : List.of(new Unit.Java(step, models));
    }

    private List<Unit> separate(String app, Separate operation, ProjectState before, boolean backwards) {
        var all = new ArrayList<List<Unit>>();
        var state = before;
        for (var each : operation.database()) {
            var after = each.apply(app, state);
            all.add(units(app, each, state, after, backwards));
            state = after;
        }
        return (backwards ? all.reversed() : all).stream().flatMap(List::stream).toList();
    }
}
