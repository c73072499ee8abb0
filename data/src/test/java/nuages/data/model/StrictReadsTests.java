package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import nuages.data.error.RepeatedQuery;
import nuages.data.model.accounts.Account;
import nuages.data.model.accounts.Account_;
import nuages.data.model.library.Author;
import nuages.data.model.library.Author_;
import nuages.data.model.library.Book;
import nuages.data.model.library.Book_;
import nuages.data.model.library.Genre;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are asked for by querysets, one query for each of the rows they belong to. */
class StrictReadsTests {
    private static final List<Consumer<Author>> WAYS = List.of(
            author -> author.books().count(),
            author -> author.books().all().list(),
            author -> author.books().all().exists(),
            author -> author.books().filter(Book_.title.startsWith("B")).first(),
            author -> Book.objects.filter(Book_.author.is(author)).optional(),
            author -> Book.objects.filter(Book_.author.is(author)).latest(Book_.title),
            author -> Book.objects.filter(Book_.author.is(author)).values(Book_.title),
            author -> Book.objects.filter(Book_.author.is(author)).aggregate(Book_.title.max()),
            author -> Book.objects.filter(Book_.author.is(author)).forEach(_ -> {}),
            author -> Author.objects.filter(Author_.id.is(author.id)).one());

    private static void on(Kind kind, Runnable test) {
        LibraryBench.on(kind, () -> {
            for (int i = 0; i < 5; i++) {
                var author = Author.objects.create(it -> it.name = "Author");
                Book.objects.create(it -> {
                    it.title = "Book";
                    it.author = Ref.to(author);
                });
            }
            test.run();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_of_one_after_the_other_are_told_however_they_are_asked_for(Kind kind) {
        on(kind, () -> {
            for (var way : WAYS) {
                assertThatThrownBy(() -> Author.objects.list().forEach(way))
                        .isInstanceOf(RepeatedQuery.class)
                        .hasMessageMatching(
                                "\"test\" at StrictReadsTests.java:\\d+ asked 3 times for (Book by author|Author by"
                                        + " id), each time in a query of its own.\n"
                                        + "ask for all at once: (?s).*");
            }
        });
    }

    @Test
    void so_are_dates_and_times_of_rows() {
        var paris = ZoneId.of("Europe/Paris");
        List<Consumer<Folder>> ways = List.of(
                folder -> Note.objects.filter(Note_.folder.is(folder)).dates(Note_.written.startOfMonth(paris)),
                folder -> Note.objects.filter(Note_.folder.is(folder)).times(Note_.written.startOfHour(paris)));
        Runnable notes = () -> {
            for (int i = 0; i < 5; i++) {
                NoteBench.note(NoteBench.folder("f" + i), "n" + i, _ -> {});
            }
            for (var way : ways) {
                assertThatThrownBy(() -> Folder.objects.list().forEach(way))
                        .isInstanceOf(RepeatedQuery.class)
                        .hasMessageContaining("asked 3 times for Note by folder");
            }
        };
        Site.run(
                Kind.SQLITE,
                ModelSettings.standard(),
                site -> Work.of("strict", site.databases).strict(Strict.FAIL).run(notes::run),
                Folder.class,
                Note.class);
    }

    @Test
    void what_counts_are_methods_that_there_are() {
        assertThat(QuerySet.class.getMethods()).extracting(Method::getName).containsAll(AskedBy.METHODS);
    }

    @ParameterizedTest
    @EnumSource
    void so_are_those_that_a_table_between_leads_to(Kind kind) {
        on(kind, () -> {
            var genre = Genre.objects.create(it -> it.name = "Drama");
            genre.books().add(Book.objects.list());

            assertThatThrownBy(
                            () -> Book.objects.list().forEach(it -> it.genres().count()))
                    .isInstanceOf(RepeatedQuery.class)
                    .hasMessageContaining("asked 3 times for Genre by library_book_genres");
        });
    }

    @Test
    void pages_of_one_list_and_the_same_question_again_are_not_told() {
        on(
                Kind.SQLITE,
                () -> assertThatCode(() -> {
                            var author = Author.objects
                                    .orderBy(Author_.id.asc())
                                    .first()
                                    .orElseThrow();
                            var books = author.books().all().orderBy(Book_.id.asc());
                            for (int i = 0; i < 9; i++) {
                                books.offset(i).limit(1).list();
                                books.count();
                                books.exists();
                            }
                            for (int i = 0; i < 9; i++) {
                                assertThat(Book.objects.offset(i).limit(1).list())
                                        .hasSizeLessThan(2);
                            }
                        })
                        .doesNotThrowAnyException());
    }

    @Test
    void what_saving_asks_by_itself_is_not_told() {
        Site.run(
                Kind.SQLITE,
                ModelSettings.standard(),
                site -> Work.of("strict", site.databases).strict(Strict.FAIL).run(StrictReadsTests::saveAll),
                Account.class);
    }

    private static void saveAll() {
        for (int i = 0; i < 6; i++) {
            int number = i;
            var account = Account.objects
                    .getOrCreate(
                            it -> {
                                it.email = number + "@site.org";
                                it.number = number;
                            },
                            Account_.email)
                    .row();
            account.validate();
            account.bank = "other";
            account.save();
            Account.objects.filter(Account_.email.is(account.email)).update(Account_.bank.to("third"));
            Account.objects.lock().filter(Account_.email.is(account.email)).update(Account_.bank.to("fourth"));
            account.refresh();
            Account.objects.updateOrCreate(it -> it.email = number + "@site.org", Account_.email);
        }
        for (var account : Account.objects.list()) {
            account.delete();
        }
    }
}
