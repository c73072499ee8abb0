package nuages.data.model;

import static nuages.data.model.LibraryBench.on;
import static nuages.data.model.LibraryBench.queries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nuages.data.connection.Work;
import nuages.data.model.library.Author;
import nuages.data.model.library.Blurb;
import nuages.data.model.library.Blurb_;
import nuages.data.model.library.Book;
import nuages.data.model.library.Book_;
import nuages.data.model.library.Club;
import nuages.data.model.library.Club_;
import nuages.data.model.library.Copy;
import nuages.data.model.library.CopyKey;
import nuages.data.model.library.Copy_;
import nuages.data.model.library.Genre;
import nuages.data.model.library.Genre_;
import nuages.data.model.library.Member;
import nuages.data.model.library.Member_;
import nuages.data.model.library.Membership;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked // what was fetched is there
class LinkTests {
    private static Book book(String title) {
        var author = Author.objects.create(it -> it.name = "Author of " + title);
        return Book.objects.create(it -> {
            it.title = title;
            it.author = Ref.to(author);
        });
    }

    private static Genre genre(String name) {
        return Genre.objects.create(it -> it.name = name);
    }

    private static Member member(String name) {
        return Member.objects.create(it -> it.name = name);
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_added_once_however_often(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            var drama = genre("Drama");
            var classic = genre("Classic");

            var run = queries(() -> faust.genres().add(drama, classic, drama));
            faust.genres().add(drama);

            assertThat(run).hasSize(1);
            assertThat(faust.genres().all().list()).containsExactlyInAnyOrder(drama, classic);
            assertThat(drama.books().all().list()).containsExactly(faust);
        });
    }

    @ParameterizedTest
    @EnumSource
    void remove_set_and_clear_change_no_more_than_they_must(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            var a = genre("A");
            var b = genre("B");
            var c = genre("C");
            faust.genres().add(a, b);

            faust.genres().remove(a, c);
            assertThat(faust.genres().all().list()).containsExactly(b);
            faust.genres().set(List.of(b, c));
            assertThat(faust.genres().fetch()).containsExactlyInAnyOrder(b, c);
            assertThat(queries(() -> faust.genres().set(List.of(c, b)))).hasSize(1);
            faust.genres().clear();

            assertThat(faust.genres().fetch()).isEmpty();
            assertThat(Genre.objects.count()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void two_works_that_add_the_same_row_make_one_pair(Kind kind) throws Exception {
        try (var bench = new LibraryBench(kind);
                var threads = Executors.newFixedThreadPool(4)) {
            var rows = Work.of("prepare", bench.databases).run(() -> List.of(book("Faust"), genre("Drama")));
            Callable<Boolean> add = () -> Work.of("add", bench.databases).run(() -> {
                var book = Book.objects.get(((Book) rows.getFirst()).id);
                book.genres().add((Genre) rows.getLast());
                return true;
            });

            for (var each : threads.invokeAll(List.of(add, add, add, add))) {
                assertThat(each.get()).isTrue();
            }

            Work.of("check", bench.databases)
                    .run(() -> assertThat(((Book) rows.getFirst()).genres().count())
                            .isOne());
        }
    }

    @ParameterizedTest
    @EnumSource
    void conditions_reach_across_the_table_between(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            var diary = book("Diary");
            book("Bare");
            var drama = genre("Drama");
            faust.genres().add(drama, genre("Classic"));
            diary.genres().add(genre("Private"));

            assertThat(Book.objects
                            .filter(Book_.genres.any(Genre_.name.contains("a")))
                            .list())
                    .containsExactlyInAnyOrder(faust, diary);
            assertThat(Book.objects.filter(Book_.genres.any()).count()).isEqualTo(2);
            assertThat(Book.objects.filter(Book_.genres.none()).list())
                    .extracting(it -> it.title)
                    .containsExactly("Bare");
            assertThat(Book.objects.filter(Book_.genres.has(drama)).list()).containsExactly(faust);
            assertThat(Book.objects
                            .exclude(Book_.genres.any(Genre_.name.is("Drama")))
                            .list())
                    .extracting(it -> it.title)
                    .containsExactlyInAnyOrder("Diary", "Bare");
            assertThat(Book.objects
                            .filter(Book_.genres.any(), Book_.genres.all(Genre_.name.startsWith("P")))
                            .list())
                    .containsExactly(diary);
            assertThat(Book.objects
                            .filter(Book_.genres.count().gte(1L))
                            .orderBy(Book_.genres.count().desc())
                            .list())
                    .containsExactly(faust, diary);
        });
    }

    @ParameterizedTest
    @EnumSource
    void conditions_reach_back_and_further_across_the_table_between(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            faust.genres().add(genre("Drama"), genre("Classic"));

            assertThat(Genre.objects
                            .filter(Book_.genres
                                    .reverse()
                                    .any(Book_.author().name.contains("Faust")))
                            .count())
                    .isEqualTo(2);
            assertThat(Blurb.objects.filter(Blurb_.book().genres.any()).exists())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void with_many_crosses_in_both_directions_with_its_own_queryset(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            var egmont = book("Egmont");
            var drama = genre("Drama");
            faust.genres().add(drama, genre("Classic"));
            egmont.genres().add(drama);

            var books = new ArrayList<Book>();
            var run = queries(() -> books.addAll(Book.objects
                    .withMany(
                            Book_.genres,
                            Genre.objects
                                    .orderBy(Genre_.name.asc())
                                    .withMany(Book_.genres.reverse(), Book.objects.with(Book_.author)))
                    .orderBy(Book_.title.desc())
                    .list()));

            assertThat(run).hasSize(3);
            assertThat(books.getFirst().genres()).extracting(it -> it.name).containsExactly("Classic", "Drama");
            var shared = books.getLast().genres().get().getFirst();
            assertThat(shared).isSameAs(books.getFirst().genres().get().getLast());
            assertThat(shared.books().get()).containsExactlyInAnyOrder(faust, egmont);
            assertThat(shared.books().get().getFirst().author.get().name).startsWith("Author of");
        });
    }

    @ParameterizedTest
    @EnumSource
    void friends_are_friends_both_ways_and_followers_are_not(Kind kind) {
        on(kind, () -> {
            var ann = member("Ann");
            var bob = member("Bob");
            ann.friends().add(bob);
            ann.follows().add(bob);

            assertThat(bob.friends().all().list()).containsExactly(ann);
            assertThat(bob.follows().count()).isZero();
            assertThat(bob.followers().all().list()).containsExactly(ann);
            assertThat(Member.objects
                            .filter(Member_.follows.any(Member_.name.is("Bob")))
                            .list())
                    .containsExactly(ann);
            assertThat(Member.objects
                            .filter(Member_.follows.reverse().any(Member_.name.is("Ann")))
                            .list())
                    .containsExactly(bob);
            bob.friends().remove(ann);
            assertThat(ann.friends().count()).isZero();
            bob.friends().add(ann, bob);
            ann.friends().clear();
            assertThat(bob.friends().all().list()).containsExactly(bob);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_model_of_its_own_stands_between(Kind kind) {
        on(kind, () -> {
            var club = Club.objects.create(it -> it.name = "Inklings");
            var ann = member("Ann");
            var bob = member("Bob");
            Membership.objects.create(it -> {
                it.club = Ref.to(club);
                it.member = Ref.to(ann);
                it.role = "chair";
            });
            club.members().add(ann, bob);

            assertThat(Membership.objects.count()).isEqualTo(2);
            assertThat(ann.clubs().all().list()).containsExactly(club);
            assertThat(Club.objects.withMany(Club_.members).one().members()).containsExactlyInAnyOrder(ann, bob);
            club.members().set(List.of(bob));
            assertThat(Membership.objects.one().role).isEqualTo("reader");
            club.members().create(it -> it.name = "Cem");
            assertThat(Club.objects
                            .filter(Club_.members.any(Member_.name.is("Cem")))
                            .exists())
                    .isTrue();
            club.members().clear();
            assertThat(Membership.objects.exists()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_refer_by_a_foreign_key_are_added_and_removed_too(Kind kind) {
        on(kind, () -> {
            var drama = genre("Drama");
            var tragedy = genre("Tragedy");
            drama.children().add(tragedy, genre("Comedy"));
            assertThat(tragedy.parent.get()).isSameAs(drama);
            assertThat(drama.children().count()).isEqualTo(2);

            drama.children().remove(tragedy);
            assertThat(tragedy.parent).isNull();
            assertThat(drama.children().count()).isOne();
            drama.children().set(List.of(tragedy));
            assertThat(drama.children().all().list()).containsExactly(tragedy);
            drama.children().clear();
            assertThat(drama.children().count()).isZero();

            var book = book("Faust");
            assertThatThrownBy(() -> book.author.get().books().clear())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a Book must refer to a Author, since Book_.author is not @Nullable.\n"
                            + "delete the rows instead, or let them refer to another one by its add().");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_new_can_neither_have_nor_be_added(Kind kind) {
        on(kind, () -> {
            assertThatThrownBy(() -> new Book().genres().add(genre("Drama"))).hasMessageContaining("save it first");
            assertThatThrownBy(() -> book("Faust").genres().add(new Genre())).hasMessageContaining("save it first");
            assertThatThrownBy(() -> new Genre().books().fetch()).hasMessageContaining("save it first");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_has_one_other_or_none(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            var bare = book("Bare");
            Blurb.objects.create(it -> it.book = KeyedRef.of(faust));

            assertThat(faust.blurb().fetch()).isPresent();
            assertThat(bare.blurb().fetch()).isEmpty();
            assertThat(bare.blurb().get()).isEmpty();
            assertThat(Blurb.objects
                            .with(Blurb_.book().author)
                            .one()
                            .book
                            .get()
                            .author
                            .get()
                            .name)
                    .isEqualTo("Author of Faust");
            assertThat(Book.objects.filter(Blurb_.book.none()).list()).containsExactly(bare);
            assertThatThrownBy(() -> Blurb.objects.create(it -> it.book = KeyedRef.of(faust)))
                    .isInstanceOf(nuages.data.error.ConstraintViolated.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_key_of_several_fields_is_a_record(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            var keys = new ArrayList<CopyKey>();
            for (int i = 1; i <= 3; i++) {
                int number = i;
                Copy.objects.create(it -> {
                    it.book = KeyedRef.of(faust);
                    it.number = number;
                    it.shelf = "A" + number;
                });
                keys.add(new CopyKey(faust.id, number));
            }

            assertThat(Copy.objects.filter(Copy_.KEY.is(keys.getFirst())).one().shelf)
                    .isEqualTo("A1");
            assertThat(Copy.objects.filter(Copy_.KEY.isNot(keys.getFirst())).count())
                    .isEqualTo(2);
            assertThat(Copy.objects.filter(Copy_.KEY.in(keys.subList(1, 3))).count())
                    .isEqualTo(2);
            assertThat(Copy.objects.inBulk(keys)).containsOnlyKeys(keys);
            assertThat(KeyedRef.of(Copy.class, keys.get(1)).fetch().shelf).isEqualTo("A2");
            assertThat(faust.copies().all().orderBy(Copy_.number.desc()).first().get().number)
                    .isEqualTo(3);
            assertThat(Book.objects.withMany(Copy_.book).one().copies()).hasSize(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_with_a_key_of_several_fields_is_changed_and_deleted(Kind kind) {
        on(kind, () -> {
            var faust = book("Faust");
            for (int i = 1; i <= 3; i++) {
                int number = i;
                Copy.objects.create(it -> {
                    it.book = KeyedRef.of(faust);
                    it.number = number;
                });
            }

            var second = Copy.objects.get(new CopyKey(faust.id, 2));
            second.shelf = "B";
            second.save();
            assertThat(Copy.objects.filter(Copy_.shelf.is("B")).limit(1).update(Copy_.shelf.to("C")))
                    .isOne();
            second.refresh();
            assertThat(second.shelf).isEqualTo("C");
            second.delete();
            assertThat(Copy.objects
                            .filter(Copy_.book().title.is("Faust"))
                            .delete()
                            .total())
                    .isEqualTo(2);
        });
    }
}
