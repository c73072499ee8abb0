package nuages.data.model;

import static nuages.data.model.LibraryBench.on;
import static nuages.data.model.LibraryBench.queries;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nuages.data.model.library.Author;
import nuages.data.model.library.Author_;
import nuages.data.model.library.Book;
import nuages.data.model.library.Book_;
import nuages.data.model.library.Genre;
import nuages.data.model.library.Genre_;
import nuages.data.query.Window;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Querysets with a limit, fetched for many rows at once. */
@NullUnmarked // what was fetched is there
class LimitedFetchTests {
    private static Author author(String name) {
        return Author.objects.create(it -> it.name = name);
    }

    private static Book book(String title, Author author) {
        return Book.objects.create(it -> {
            it.title = title;
            it.author = Ref.to(author);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_of_what_is_fetched_for_many_rows_is_one_for_each(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe");
            var schiller = author("Schiller");
            for (var title : List.of("Egmont", "Faust", "Clavigo", "Stella")) {
                book(title, goethe);
            }
            book("Wallenstein", schiller);
            author("Nobody");

            var byTitle = Book.objects.orderBy(Book_.title.asc());
            var authors = Author.objects.orderBy(Author_.id.asc());
            var found = new ArrayList<Author>();
            var run = queries(() -> found.addAll(
                    authors.withMany(Book_.author, byTitle.limit(2)).list()));

            assertThat(run).hasSize(2);
            assertThat(titles(found.get(0))).containsExactly("Clavigo", "Egmont");
            assertThat(titles(found.get(1))).containsExactly("Wallenstein");
            assertThat(titles(found.get(2))).isEmpty();
            assertThat(titles(authors.withMany(Book_.author, byTitle.offset(1).limit(2))
                            .list()
                            .getFirst()))
                    .containsExactly("Egmont", "Faust");
            assertThat(titles(authors.withMany(Book_.author, byTitle.offset(3))
                            .list()
                            .getFirst()))
                    .containsExactly("Stella");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_is_one_of_the_rows_that_a_window_chooses(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe");
            var schiller = author("Schiller");
            for (var title : List.of("Egmont", "Faust", "Clavigo", "Stella")) {
                book(title, goethe);
            }
            book("Wallenstein", schiller);
            book("Tell", schiller);

            var number = Window.by(Book_.author).orderBy(Book_.title.asc()).rowNumber();
            var later = Book.objects.orderBy(Book_.title.asc()).filter(number.gt(1L));
            var authors = Author.objects.orderBy(Author_.id.asc());
            var two = authors.withMany(Book_.author, later.limit(2)).list();
            var others = authors.withMany(Book_.author, later.offset(2)).list();

            assertThat(titles(two.get(0))).containsExactly("Egmont", "Faust");
            assertThat(titles(two.get(1))).containsExactly("Wallenstein");
            assertThat(titles(others.get(0))).containsExactly("Stella");
            assertThat(titles(others.get(1))).isEmpty();
        });
    }

    private static List<String> titles(Author author) {
        return author.many(Book_.author).get().stream().map(it -> it.title).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_is_one_for_each_row_that_a_table_between_leads_from_too(Kind kind) {
        on(kind, () -> {
            var author = author("Goethe");
            var genres = List.of("Drama", "Classic", "Poem").stream()
                    .map(name -> Genre.objects.create(it -> it.name = name))
                    .toList();
            var faust = book("Faust", author);
            var egmont = book("Egmont", author);
            faust.genres().add(genres.get(0), genres.get(1), genres.get(2));
            egmont.genres().add(genres.get(0), genres.get(2));

            var books = Book.objects
                    .orderBy(Book_.id.asc())
                    .withMany(
                            Book_.genres,
                            Genre.objects.orderBy(Genre_.name.desc()).limit(2))
                    .list();

            assertThat(books.get(0).genres().get()).extracting(it -> it.name).containsExactly("Poem", "Drama");
            assertThat(books.get(1).genres().get()).extracting(it -> it.name).containsExactly("Poem", "Drama");
        });
    }
}
