package nuages.data.migration.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nuages.data.connection.Database;
import nuages.data.ddl.Introspection;
import nuages.data.ddl.SchemaWriter;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.ModelOperation.CreateModel;
import nuages.data.migration.ProjectState;
import nuages.data.migration.StateTables;
import nuages.data.schema.Column;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** Whether the tables that an app's first migration makes are there already. For use by one thread. */
final class Presence {
    private final Database database;
    private @Nullable Map<String, Set<String>> columns;

    Presence(Database database) {
        this.database = database;
    }

    /**
     * Whether all tables are there.
     *
     * @param after the models after the migration
     * @throws InvalidMigration if only some are, or lack columns
     */
    boolean of(MigrationName name, Migration migration, ProjectState after) {
        var tables = new StateTables(SchemaWriter.of(database.dialect()).names(), after);
        var wanted = migration.operations().stream()
                .filter(CreateModel.class::isInstance)
                .map(it -> name.app() + "." + ((CreateModel) it).model())
                .filter(it -> after.find(it).isPresent())
                .flatMap(it -> tables.of(it).stream())
                .toList();
        var missing =
                wanted.stream().filter(it -> !live().containsKey(it.name())).toList();
        if (wanted.isEmpty() || missing.size() == wanted.size()) {
            return false;
        }
        var lacking = lacking(wanted);
        if (!lacking.isEmpty()) {
            throw new InvalidMigration(
                    "migration " + name + " is an app's first, and of what it creates a part is there "
                            + "already: without " + lacking
                            + ". So it can neither be run nor be taken as done.\ncreate what is "
                            + "missing, or drop what is there, and migrate again.");
        }
        return true;
    }

    private List<String> lacking(List<Table> wanted) {
        var lacking = new ArrayList<String>();
        for (var table : wanted) {
            var have = live().get(table.name());
            if (have == null) {
                lacking.add("table " + table.name());
                continue;
            }
            table.columns().stream()
                    .map(Column::name)
                    .filter(it -> !have.contains(it))
                    .forEach(it -> lacking.add("column " + table.name() + "." + it));
        }
        return lacking;
    }

    private Map<String, Set<String>> live() {
        var known = columns;
        if (known == null) {
            known = new HashMap<>();
            for (var table : Introspection.of(database).tables()) {
                known.put(
                        table.name(),
                        table.columns().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new)));
            }
            columns = known;
        }
        return known;
    }
}
