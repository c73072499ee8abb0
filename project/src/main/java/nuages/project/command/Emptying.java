package nuages.project.command;

import java.util.HashSet;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.ddl.Introspection;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelType;
import nuages.data.model.Tables;
import nuages.data.schema.Table;

/** The tables of some models in a database, those between two of them too, to be emptied. Immutable. */
public final class Emptying {
    private final Database database;
    private final List<Table> tables;

    private Emptying(Database database, List<Table> tables) {
        this.database = database;
        this.tables = tables;
    }

    /** The tables that are there; it looks, within the current work. */
    public static Emptying of(Database database, List<Class<? extends KeyedModel<?>>> models) {
        var there = new HashSet<String>();
        Introspection.of(database).tables().forEach(it -> there.add(it.name()));
        List<ModelType<?>> types =
                models.stream().<ModelType<?>>map(ModelType::of).toList();
        return new Emptying(
                database,
                Tables.of(database.dialect(), types).stream()
                        .filter(it -> there.contains(it.name()))
                        .toList());
    }

    /** The names of the tables. */
    public List<String> names() {
        return tables.stream().map(Table::name).toList();
    }

    /**
     * Deletes all their rows, or none if that fails, and lets the numbers of new rows begin anew. Only MariaDB counts on
     * where it was when that is undone.
     */
    public void run() {
        var writer = SchemaWriter.of(database.dialect());
        var names = tables.stream().map(it -> writer.quote(it.name())).toList();
        if (names.isEmpty()) {
            return;
        }
        switch (database.dialect()) {
            case Postgres _ ->
                database.sql("truncate " + String.join(", ", names) + " restart identity")
                        .update();
            case Sqlite _ ->
                database.atomic(() -> {
                    database.sql("pragma defer_foreign_keys = on").update();
                    names.forEach(it -> database.sql("delete from " + it).update());
                    restart();
                });
            case MariaDb _ -> {
                database.atomic(() -> {
                    database.sql("set foreign_key_checks = 0").update();
                    try {
                        names.forEach(it -> database.sql("delete from " + it).update());
                    } finally {
                        database.sql("set foreign_key_checks = 1").update();
                    }
                });
                tables.stream()
                        .filter(it -> it.columns().stream().anyMatch(column -> column.identity()))
                        .forEach(it -> database.sql("alter table " + writer.quote(it.name()) + " auto_increment = 1")
                                .update());
            }
        }
    }

    /** SQLite has this table once there is something that numbers itself. */
    private void restart() {
        boolean numbered = database.sql("select count(*) from sqlite_master where name = 'sqlite_sequence'")
                        .one(Long.class)
                > 0;
        if (numbered) {
            tables.forEach(it -> database.sql("delete from sqlite_sequence where name = ?", it.name())
                    .update());
        }
    }
}
