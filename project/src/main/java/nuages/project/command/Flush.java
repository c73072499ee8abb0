package nuages.project.command;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.connection.Database;
import nuages.data.ddl.Introspection;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.model.ModelType;
import nuages.data.model.Tables;
import nuages.data.schema.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes all rows of the project's tables, and lets the numbers of new rows begin anew. */
@Command(
        name = "flush",
        description = "Deletes all rows of the project's tables, and lets numbers begin anew. Tables stay, and so does"
                + " what is known of migrations.",
        mixinStandardHelpOptions = true)
final class Flush implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Mixin
    private final Alias alias = new Alias();

    @Option(names = "--no-input", description = "Do not ask.")
    private boolean certain;

    Flush(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        var database = alias.database();
        var tables = tables(database);
        if (tables.isEmpty()) {
            console.say("database " + database + " has no table of this project: there is nothing to delete");
            return ExitCode.OK;
        }
        if (!certain && !agreed(database, tables.size())) {
            console.complain("nothing was deleted");
            return ExitCode.SOFTWARE;
        }
        empty(database, tables);
        console.say("deleted all rows of " + counted(tables.size()));
        return ExitCode.OK;
    }

    private List<Table> tables(Database database) {
        var there = new HashSet<String>();
        Introspection.of(database).tables().forEach(it -> there.add(it.name()));
        List<ModelType<?>> models = source.get().inventory().models().stream()
                .<ModelType<?>>map(ModelType::of)
                .toList();
        return Tables.of(database.dialect(), models).stream()
                .filter(it -> there.contains(it.name()))
                .toList();
    }

    private boolean agreed(Database database, int count) {
        return console.ask("This deletes all rows of " + counted(count) + " of database " + database
                        + ", for good. Type yes to go on: ")
                .filter(it -> it.equals("yes"))
                .isPresent();
    }

    private static String counted(int tables) {
        return tables == 1 ? "1 table" : tables + " tables";
    }

    /** All or nothing. Only MariaDB counts on when that is undone. */
    private static void empty(Database database, List<Table> tables) {
        var writer = SchemaWriter.of(database.dialect());
        var names = tables.stream().map(it -> writer.quote(it.name())).toList();
        switch (database.dialect()) {
            case Postgres _ ->
                database.sql("truncate " + String.join(", ", names) + " restart identity")
                        .update();
            case Sqlite _ ->
                database.atomic(() -> {
                    database.sql("pragma defer_foreign_keys = on").update();
                    names.forEach(it -> database.sql("delete from " + it).update());
                    restart(database, tables);
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
    private static void restart(Database database, List<Table> tables) {
        boolean numbered = database.sql("select count(*) from sqlite_master where name = 'sqlite_sequence'")
                        .one(Long.class)
                > 0;
        if (numbered) {
            tables.forEach(it -> database.sql("delete from sqlite_sequence where name = ?", it.name())
                    .update());
        }
    }
}
