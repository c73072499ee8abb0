package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nuages.data.connection.Action;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.library.Author;
import nuages.data.model.library.Blurb;
import nuages.data.model.library.Book;
import nuages.data.model.library.Club;
import nuages.data.model.library.Copy;
import nuages.data.model.library.Country;
import nuages.data.model.library.Genre;
import nuages.data.model.library.Member;
import nuages.data.model.library.Membership;
import nuages.data.model.library.Publisher;
import nuages.testing.servers.Kind;

/** A library in a fresh database. */
final class LibraryBench implements AutoCloseable {
    final Database database;
    final Databases databases;

    LibraryBench(Kind kind) {
        this.database = Database.open("default", kind.newDatabase());
        this.databases = Databases.of(database);
        var tables = Tables.of(
                database.dialect(),
                Country.class,
                Publisher.class,
                Author.class,
                Genre.class,
                Book.class,
                Blurb.class,
                Copy.class,
                Member.class,
                Club.class,
                Membership.class);
        Work.of("tables", databases)
                .run(() -> SchemaWriter.of(database.dialect())
                        .create(tables)
                        .forEach(it -> database.sql(it).update()));
    }

    static void on(Kind kind, Action<? extends RuntimeException> test) {
        try (var bench = new LibraryBench(kind)) {
            Work.of("test", bench.databases).strict(Strict.FAIL).run(test);
        }
    }

    /** What the current work ran during that. */
    static List<String> queries(Action<? extends RuntimeException> code) {
        return Work.current().statements().during(code);
    }

    @Override
    public void close() {
        assertThat(database.snapshot().leased()).isZero();
        database.shutdown(Duration.ZERO);
    }
}
