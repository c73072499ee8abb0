package nuages.data.migration.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuages.data.ddl.Fills;
import nuages.data.ddl.Renames;
import nuages.data.ddl.SchemaWriter;
import nuages.data.migration.run.Unit.Look;
import nuages.data.schema.Column;
import nuages.data.schema.Table;

/**
 * Finds columns that must not be null after a change and get no value by it: whether there are rows is looked for before
 * anything is done, since MariaDB would keep what is done up to there. Immutable.
 */
record Unfilled(SchemaWriter writer, Renames renames, Fills fills) {
    List<Unit> looks(List<Table> before, List<Table> after) {
        var old = new HashMap<String, Table>();
        before.forEach(it -> old.put(renames.tables().getOrDefault(it.name(), it.name()), it));
        var looks = new ArrayList<Unit>();
        for (var table : after) {
            var was = old.get(table.name());
            if (was != null) {
                table.columns().stream().filter(it -> needsValue(table, it)).forEach(it -> add(looks, was, table, it));
            }
        }
        return looks;
    }

    private boolean needsValue(Table table, Column it) {
        return !it.nullable()
                && !it.identity()
                && it.generated() == null
                && it.defaultSql() == null
                && !fills.values().getOrDefault(table.name(), Map.of()).containsKey(it.name());
    }

    private void add(List<Unit> looks, Table was, Table table, Column column) {
        String name = renames.columns().getOrDefault(table.name(), Map.of()).entrySet().stream()
                .filter(it -> it.getValue().equals(column.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column.name());
        var before = was.column(name).orElse(null);
        if (before != null && (!before.nullable() || was.primaryKey().contains(name))) {
            return;
        }
        String found = "select 1 from " + writer.quote(was.name())
                + (before == null ? "" : " where " + writer.quote(name) + " is null") + " limit 1";
        looks.add(new Look(found, was.name(), column.name(), before == null));
    }
}
