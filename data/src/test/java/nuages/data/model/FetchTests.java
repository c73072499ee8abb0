package nuages.data.model;

import static nuages.data.model.LibraryBench.on;
import static nuages.data.model.LibraryBench.queries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nuages.data.error.NotFetched;
import nuages.data.error.RowNotFound;
import nuages.data.model.library.Author;
import nuages.data.model.library.Author_;
import nuages.data.model.library.Blurb;
import nuages.data.model.library.Blurb_;
import nuages.data.model.library.Book;
import nuages.data.model.library.Book_;
import nuages.data.model.library.Country;
import nuages.data.model.library.Genre;
import nuages.data.model.library.Genre_;
import nuages.data.model.library.Publisher;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked // what was fetched is there
class FetchTests {
    private static Country country(String code) {
        return Country.objects.create(it -> {
            it.code = code;
            it.name = "Land " + code;
        });
    }

    private static Author author(String name, Country country, Author mentor) {
        return Author.objects.create(it -> {
            it.name = name;
            it.country = country == null ? null : KeyedRef.of(country);
            it.mentor = mentor == null ? null : Ref.to(mentor);
        });
    }

    private static Book book(String title, Author author) {
        return Book.objects.create(it -> {
            it.title = title;
            it.author = Ref.to(author);
        });
    }

    @ParameterizedTest
    @EnumSource
    void with_fetches_what_is_referred_to_in_the_same_query_along_a_path(Kind kind) {
        on(kind, () -> {
            var teacher = author("Goethe", country("de"), null);
            book("Torquato", author("Schiller", null, teacher));

            var found = new ArrayList<Book>();
            var run = queries(() -> found.addAll(Book.objects
                    .with(Book_.author().mentor().country, Book_.editor, Book_.author)
                    .list()));

            assertThat(run).hasSize(1);
            var book = found.getFirst();
            assertThat(book.author.get().name).isEqualTo("Schiller");
            assertThat(book.author.get().country).isNull();
            assertThat(book.author.get().mentor.get()).isEqualTo(teacher);
            assertThat(book.author.get().mentor.get().country.get().name).isEqualTo("Land de");
            assertThat(book.editor).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_path_that_is_fetched_and_filtered_by_is_joined_once(Kind kind) {
        on(kind, () -> {
            book("Faust", author("Goethe", country("de"), null));

            var set = Book.objects
                    .filter(Book_.author().country().name.startsWith("Land"))
                    .with(Book_.author().country, Book_.author().country)
                    .orderBy(Book_.author().name.asc());

            assertThat(set.toString().split(" join ")).hasSize(3);
            assertThat(set.one().author.get().country.get().code).isEqualTo("de");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_refer_to_the_same_row_share_one_object(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe", null, null);
            book("Faust", goethe);
            book("Egmont", goethe);

            var books = Book.objects.with(Book_.author).list();

            assertThat(books.getFirst().author.get())
                    .isSameAs(books.getLast().author.get());
        });
    }

    @ParameterizedTest
    @EnumSource
    void fetch_queries_once_for_all_rows_that_were_read_together(Kind kind) {
        on(kind, () -> {
            for (int i = 0; i < 5; i++) {
                book("Book " + i, author("Author " + i, null, null));
            }

            var names = new ArrayList<String>();
            var run = queries(() -> {
                for (var book : Book.objects.list()) {
                    names.add(book.author.fetch().name);
                }
            });

            assertThat(run).hasSize(2);
            assertThat(names).containsExactlyInAnyOrder("Author 0", "Author 1", "Author 2", "Author 3", "Author 4");
        });
    }

    @ParameterizedTest
    @EnumSource
    void get_never_queries_and_says_what_to_add(Kind kind) {
        on(kind, () -> {
            book("Faust", author("Goethe", null, null));
            var book = Book.objects.one();

            var run = queries(() -> {
                assertThat(book.author.id()).isPositive();
                assertThatThrownBy(book.author::get)
                        .isInstanceOf(NotFetched.class)
                        .hasMessageEndingWith("was not fetched, and get() never queries.\n"
                                + "add .with(Book_.author) to the query, or call fetch(), which queries for all rows "
                                + "of its result.");
                assertThatThrownBy(() -> book.genres().get())
                        .isInstanceOf(NotFetched.class)
                        .hasMessageContaining(".withMany(Book_.genres)");
                assertThatThrownBy(() -> book.blurb().get())
                        .isInstanceOf(NotFetched.class)
                        .hasMessageContaining(".withOne(Blurb_.book)");
                assertThatThrownBy(() -> book.author.fetch().books().get())
                        .isInstanceOf(NotFetched.class)
                        .hasMessageContaining(".withMany(Book_.author)");
            });

            assertThat(run).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void with_many_fetches_in_one_more_query_each_and_nests(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe", null, null);
            author("Kafka", null, goethe);
            var faust = book("Faust", goethe);
            book("Egmont", goethe);
            faust.genres().create(it -> it.name = "Drama");
            Blurb.objects.create(it -> {
                it.book = KeyedRef.of(faust);
                it.text = "Man strives";
            });

            var authors = new ArrayList<Author>();
            var run = queries(() -> authors.addAll(Author.objects
                    .withMany(Author_.mentor)
                    .withMany(
                            Book_.author,
                            Book.objects
                                    .filter(Book_.title.isNot("Egmont"))
                                    .withMany(Book_.genres, Genre.objects.withMany(Genre_.parent))
                                    .withOne(Blurb_.book))
                    .orderBy(Author_.name.asc())
                    .list()));

            assertThat(run).hasSize(6);
            var first = authors.getFirst();
            assertThat(first.pupils()).extracting(it -> it.name).containsExactly("Kafka");
            assertThat(first.books()).containsExactly(faust);
            var book = first.books().get().getFirst();
            assertThat(book.author.get()).isSameAs(first);
            assertThat(book.genres()).extracting(it -> it.name).containsExactly("Drama");
            assertThat(book.genres().get().getFirst().children()).isEmpty();
            assertThat(book.blurb().get().orElseThrow().text).isEqualTo("Man strives");
            assertThat(authors.getLast().books()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void with_many_on_no_rows_asks_for_no_more(Kind kind) {
        on(kind, () -> {
            var run = queries(() ->
                    assertThat(Author.objects.withMany(Book_.author).list()).isEmpty());

            assertThat(run).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void with_query_fetches_what_is_referred_to_without_a_join(Kind kind) {
        on(kind, () -> {
            book("Faust", author("Goethe", country("de"), null));
            book("Process", author("Kafka", null, null));

            var books = new ArrayList<Book>();
            var run = queries(() -> books.addAll(Book.objects
                    .withQuery(Book_.author, Author.objects.with(Author_.country))
                    .orderBy(Book_.title.asc())
                    .list()));

            assertThat(run).hasSize(2);
            assertThat(books.getFirst().author.get().country.get().code).isEqualTo("de");
            assertThat(books.getLast().author.get().country).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_fetches_for_a_portion_at_a_time(Kind kind) {
        on(kind, () -> {
            var authors = List.of(author("A", null, null), author("B", null, null));
            var title = new int[1];
            bulk(1100, authors, title);

            var seen = new int[2];
            var run = queries(() -> Book.objects
                    .with(Book_.author)
                    .withMany(Book_.genres)
                    .forEach(book -> {
                        seen[book.author.get().name.equals("A") ? 0 : 1]++;
                        assertThat(book.genres()).isEmpty();
                        assertThat(book.blurb().fetch()).isEmpty();
                    }));

            assertThat(seen).containsExactly(550, 550);
            assertThat(run).hasSize(1 + 3 + 3);
        });
    }

    private static void bulk(int count, List<Author> authors, int[] title) {
        for (int i = 0; i < count; i++) {
            book("Book " + title[0]++, authors.get(i % authors.size()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_are_asked_for_in_portions(Kind kind) {
        on(kind, () -> {
            for (int i = 0; i < 1001; i++) {
                author("Author " + i, null, null);
            }

            var run = queries(
                    () -> assertThat(Author.objects.withMany(Book_.author).list())
                            .hasSize(1001)
                            .allSatisfy(it -> assertThat(it.books()).isEmpty()));

            assertThat(run).hasSize(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_to_a_new_object_takes_its_key_when_it_is_saved(Kind kind) {
        on(kind, () -> {
            var goethe = new Author();
            var faust = new Book();
            faust.author = Ref.to(goethe);
            assertThatThrownBy(faust::save).hasMessageContaining("it is new or was deleted");

            goethe.save();
            faust.save();

            assertThat(faust.author.id()).isEqualTo(goethe.id);
            assertThat(faust.author).isEqualTo(Ref.to(Author.class, goethe.id));
            assertThat(faust.author).hasSameHashCodeAs(Ref.to(Author.class, goethe.id));
            assertThat(faust.author.get()).isSameAs(goethe);
            assertThat(Book.objects.one().author).isEqualTo(faust.author);
            assertThat(Ref.to(new Author())).isNotEqualTo(Ref.to(new Author()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_to_a_row_that_is_gone_says_so(Kind kind) {
        on(kind, () -> {
            var kafka = author("Kafka", null, null);
            var ref = Ref.to(Author.class, kafka.id);
            kafka.delete();

            assertThatThrownBy(ref::fetch)
                    .isInstanceOf(RowNotFound.class)
                    .hasMessageStartingWith("there is no Author with key " + ref.id());
            assertThat(ref.fetched()).isEmpty();
            assertThatThrownBy(() -> Ref.to(kafka).id()).hasMessageContaining("it is new or was deleted");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_reference_is_fetched_as_it_is_now(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe", null, null);
            var kafka = author("Kafka", null, null);
            book("A", goethe);
            book("B", goethe);

            var books = Book.objects.orderBy(Book_.title.asc()).list();
            books.getFirst().author = Ref.to(Author.class, kafka.id);

            assertThat(books.getLast().author.fetch()).isEqualTo(goethe);
            assertThat(books.getFirst().author.fetch()).isEqualTo(kafka);
        });
    }

    @ParameterizedTest
    @EnumSource
    void models_with_keys_of_their_own_are_equal_by_them(Kind kind) {
        on(kind, () -> {
            var here = country("nl");

            assertThat(Country.objects.get("nl")).isEqualTo(here).hasSameHashCodeAs(here);
            assertThat(Publisher.objects
                            .create(it -> {
                                it.name = "Querido";
                                it.country = KeyedRef.of(Country.class, "nl");
                            })
                            .country
                            .fetch())
                    .isEqualTo(here);
            assertThat(here.publishers().all().one().name).isEqualTo("Querido");
            assertThat(new Country()).isNotEqualTo(new Country());
        });
    }
}
