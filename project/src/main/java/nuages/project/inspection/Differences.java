package nuages.project.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Table;

/** Where a table and what its model says of it differ, in sentences. */
final class Differences {
    private Differences() {}

    static List<String> of(Dialect dialect, Table table, Table described) {
        var found = new ArrayList<String>();
        if (table.primaryKey().isEmpty()) {
            found.add("it has no primary key; @Key is on " + described.primaryKey() + ", which is unique.");
        }
        table.foreignKeys().forEach(it -> key(dialect, it, described, found));
        described.indexes().stream()
                .filter(it -> table.indexes().stream().noneMatch(other -> same(it, other)))
                .forEach(it -> found.add("the model describes index \"" + it.name() + "\", which is not there."));
        return found;
    }

    private static boolean same(Index one, Index other) {
        return one.name().equals(other.name());
    }

    private static void key(Dialect dialect, ForeignKey key, Table described, List<String> found) {
        String which = "foreign key \"" + key.name() + "\" of " + key.columns();
        var said = described.foreignKeys().stream()
                .filter(it -> it.columns().equals(key.columns()) && it.toTable().equals(key.toTable()))
                .findFirst();
        if (said.isEmpty()) {
            found.add(which + " to " + key.toTable() + " " + key.toColumns()
                    + " is left out: a model refers by one column, of the same type, to the key of another model.");
            return;
        }
        boolean called = !(dialect instanceof Sqlite) && !said.get().name().equals(key.name());
        var differences = Stream.of(
                        called ? "is called \"" + said.get().name() + "\"" : null,
                        said.get().deferrable() == key.deferrable() ? null : "is checked when a transaction ends",
                        said.get().onDelete() == key.onDelete() ? null : "does nothing when that row is deleted")
                .filter(Objects::nonNull)
                .toList();
        if (!differences.isEmpty()) {
            found.add(which + ": that of the model " + String.join(", ", differences) + "."
                    + (called ? renaming(dialect, described.name(), key, said.get()) : ""));
        }
    }

    /** SQLite's tables are written anew when they change, where names do not matter. */
    private static String renaming(Dialect dialect, String table, ForeignKey from, ForeignKey to) {
        return " A migration that changes it looks for that name: "
                + (dialect instanceof Postgres
                        ? "alter table \"" + table + "\" rename constraint \"" + from.name() + "\" to \"" + to.name()
                                + "\"."
                        : "drop it, and add it again under that one.");
    }
}
