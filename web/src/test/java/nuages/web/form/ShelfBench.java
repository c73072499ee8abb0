package nuages.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nuages.data.connection.Action;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.Ref;
import nuages.data.model.Tables;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Book;
import nuages.web.form.shelf.Chapter;
import nuages.web.form.shelf.Device;
import nuages.web.form.shelf.Genre;
import nuages.web.form.shelf.Prize;

/** Books in a fresh database, where no row is asked for one by one, and at whose end no connection is lent. */
public final class ShelfBench {
    private ShelfBench() {}

    /** Runs a test on a fresh database. */
    public static void on(Kind kind, Action<? extends Exception> test) {
        var database = Database.open("default", kind.newDatabase());
        var databases = Databases.of(database);
        try {
            var tables = Tables.of(
                    database.dialect(),
                    Author.class,
                    Genre.class,
                    Book.class,
                    Chapter.class,
                    Prize.class,
                    Device.class);
            Work.of("tables", databases)
                    .run(() -> SchemaWriter.of(database.dialect())
                            .create(tables)
                            .forEach(it -> database.sql(it).update()));
            run(databases, test);
            assertThat(database.snapshot().leased()).isZero();
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    private static void run(Databases databases, Action<? extends Exception> test) {
        Work.of("test", databases).strict(Strict.FAIL).run(() -> {
            try {
                test.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** What the current work asks the database during that. */
    public static List<String> queries(Action<? extends RuntimeException> code) {
        return Work.current().statements().during(code);
    }

    /** A new author. */
    public static Author author(String name) {
        return Author.objects.create(it -> it.name = name);
    }

    static Genre genre(String slug) {
        return Genre.objects.create(it -> it.slug = slug);
    }

    static Book book(Author author, String title) {
        return Book.objects.create(it -> {
            it.author = Ref.to(author);
            it.title = title;
        });
    }

    static Chapter chapter(Book book, int place, String heading) {
        return Chapter.objects.create(it -> {
            it.book = Ref.to(book);
            it.place = place;
            it.heading = heading;
        });
    }
}
