package nuages.project;

import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.KeyedModel;
import nuages.data.model.Tables;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.testing.servers.Kind;

/** A project on a fresh database, whose commands are run one after the other. */
final class Bench implements AutoCloseable {
    final Kind kind;
    final String url;
    final Path folder;
    private App[] apps;
    private final Database database;
    Reader in = Reader.nullReader();
    String out = "";
    String err = "";

    Bench(Kind kind, Path folder, App... apps) {
        this.kind = kind;
        this.url = kind.newDatabase();
        this.folder = folder;
        this.apps = apps;
        this.database = Database.open("default", url);
    }

    /** The apps as they are from now on. */
    void apps(App... others) {
        apps = others;
    }

    /** Runs a command, keeps what it wrote, and answers with its exit code. */
    int run(String... arguments) {
        var said = new Recorder("");
        var complained = new Recorder("");
        int code = Project.of(settings -> settings.database(url).apps(apps))
                .in(() -> new Environment(Map.of(), folder.resolve(".env")))
                .run(Console.of(in, said, complained), Stop.byHand(), arguments);
        out = said.toString();
        err = complained.toString();
        return code;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final void create(Class<? extends KeyedModel<?>>... models) {
        sql(SchemaWriter.of(database.dialect()).create(Tables.of(database.dialect(), models)));
    }

    void sql(List<String> statements) {
        work(() -> {
            statements.forEach(it -> database.sql(it).update());
            return true;
        });
    }

    void sql(String... statements) {
        sql(List.of(statements));
    }

    long count(String table) {
        return work(() -> database.sql("select count(*) from " + table).one(Long.class));
    }

    <R, X extends Exception> R work(Block<R, X> block) throws X {
        return Work.of("test", Databases.of(database)).run(block);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.shutdown(Duration.ZERO);
    }
}
