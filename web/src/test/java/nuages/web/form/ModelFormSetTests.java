package nuages.web.form;

import static nuages.web.form.Sending.encoded;
import static nuages.web.form.Sending.form;
import static nuages.web.form.ShelfBench.author;
import static nuages.web.form.ShelfBench.book;
import static nuages.web.form.ShelfBench.chapter;
import static nuages.web.form.ShelfBench.queries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Author_;
import nuages.web.form.shelf.Book;
import nuages.web.form.shelf.Book_;
import nuages.web.form.shelf.Chapter;
import nuages.web.form.shelf.Chapter_;
import nuages.web.form.shelf.Genre;
import nuages.web.form.shelf.Genre_;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFormSetTests {
    private static final ModelFormSet<Author> AUTHORS = ModelFormSet.of(
                    ModelForm.of(Author.class, Author_.name, Author_.mail))
            .deletable();
    private static final ModelForm<Book> BOOK = ModelForm.of(Book.class, Book_.title, Book_.author)
            .inline(Inline.of(
                    Chapter_.book,
                    ModelFormSet.of(ModelForm.of(Chapter.class, Chapter_.place, Chapter_.heading))
                            .deletable()));

    private static final ModelFormSet<Chapter> NUMBERED =
            ModelFormSet.of(ModelForm.of(Chapter.class, Chapter_.heading)).ordered(Chapter_.place);
    private static final ModelFormSet<Book> BOOKS =
            ModelFormSet.of(ModelForm.of(Book.class, Book_.title).links(Book_.genres));

    private static Map<String, List<String>> problems(Bound<?> bound) {
        assertThat(bound).isInstanceOf(Invalid.class);
        return ((Invalid<?>) bound).problems();
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_changed_added_and_deleted_and_others_are_left_alone(Kind kind) {
        ShelfBench.on(kind, () -> {
            var all = List.of(author("a"), author("b"), author("c"));
            var sent = encoded("form-TOTAL_FORMS=5&form-INITIAL_FORMS=3&form-0-id=" + all.get(0).id
                    + "&form-0-name=A&form-1-id=" + all.get(1).id + "&form-1-name=b&form-1-DELETE=on&form-2-id="
                    + all.get(2).id + "&form-2-name=c&form-3-name=d&form-3-mail=d%40site.org");

            switch (AUTHORS.save(sent, Author.objects)) {
                case Valid(Saved<Author>(var created, var changed, var deleted)) -> {
                    assertThat(created).extracting(it -> it.name).containsExactly("d");
                    assertThat(changed).extracting(it -> it.name).containsExactly("A");
                    assertThat(deleted).extracting(it -> it.name).containsExactly("b");
                }
                case Invalid<Saved<Author>> it -> throw new AssertionError(it);
            }
            assertThat(Author.objects.orderBy(Author_.id.asc()).list())
                    .extracting(it -> it.name)
                    .containsExactly("A", "c", "d");
        });
    }

    @ParameterizedTest
    @EnumSource
    void only_rows_of_the_queryset_can_be_touched(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var hidden = Author.objects.create(it -> {
                it.name = "Nemo";
                it.secret = true;
            });
            var shown = Author.objects.filter(Author_.secret.is(false));

            for (var key : List.of("" + hidden.id, "x", "", "99")) {
                var sent = encoded("form-TOTAL_FORMS=2&form-INITIAL_FORMS=2&form-0-id=" + ada.id
                        + "&form-0-name=A&form-1-id=" + key + "&form-1-name=hacked&form-1-DELETE=on");
                assertThat(problems(AUTHORS.save(sent, shown))).containsOnlyKeys("");
            }
            assertThat(Author.objects.list()).extracting(it -> it.name).containsExactlyInAnyOrder("Ada", "Nemo");
            assertThat(AUTHORS.show(shown).html()).contains("value=\"Ada\"").doesNotContain("Nemo");
        });
    }

    @ParameterizedTest
    @EnumSource
    void if_one_row_cannot_be_saved_none_is(Kind kind) {
        ShelfBench.on(kind, () -> {
            var sent = encoded("form-TOTAL_FORMS=2&form-INITIAL_FORMS=0&form-0-name=a&form-0-mail=x%40site.org&"
                    + "form-1-name=b&form-1-mail=x%40site.org");

            assertThat(problems(AUTHORS.save(sent, Author.objects)))
                    .isEqualTo(Map.of("form-1-mail", List.of("another Author has this value already")));
            assertThat(Author.objects.count()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_belong_to_a_row_are_saved_with_it(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var sent = encoded("title=Notes&author=" + ada.id
                    + "&chapter-TOTAL_FORMS=3&chapter-INITIAL_FORMS=0&chapter-0-place=1&chapter-0-heading=One&"
                    + "chapter-1-place=2&chapter-1-heading=Two&chapter-2-place=1&chapter-2-heading=");

            assertThat(BOOK.save(sent)).isInstanceOf(Valid.class);
            var book = Book.objects.withMany(Chapter_.book).one();
            assertThat(book.chapters().get()).extracting(it -> it.heading).containsExactlyInAnyOrder("One", "Two");

            var other = chapter(book(ada, "Letters"), 1, "Other");
            var first = book.chapters().get().getFirst();
            var again = encoded("title=Notes&author=" + ada.id
                    + "&chapter-TOTAL_FORMS=2&chapter-INITIAL_FORMS=2&chapter-0-id=" + first.id
                    + "&chapter-0-DELETE=on&chapter-1-id=" + other.id + "&chapter-1-place=1&chapter-1-heading=stolen");
            assertThat(problems(BOOK.save(again, Book.objects.get(book.id))))
                    .isEqualTo(Map.of("", List.of(Sentences.GONE)));
            assertThat(Chapter.objects.count()).isEqualTo(3);
            assertThat(Chapter.objects.get(other.id).heading).isEqualTo("Other");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_of_one_of_them_saves_nothing(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var sent = encoded("title=Notes&author=" + ada.id
                    + "&chapter-TOTAL_FORMS=2&chapter-INITIAL_FORMS=0&chapter-0-place=1&chapter-0-heading=One&"
                    + "chapter-1-place=-1&chapter-1-heading=Two");
            assertThat(problems(BOOK.save(sent)))
                    .isEqualTo(Map.of("chapter-1-place", List.of("must be greater than 0")));

            var twice = encoded("title=Notes&author=" + ada.id
                    + "&chapter-TOTAL_FORMS=2&chapter-INITIAL_FORMS=0&chapter-0-place=1&chapter-0-heading=One&"
                    + "chapter-1-place=1&chapter-1-heading=Two");
            assertThat(BOOK.save(twice)).isInstanceOf(Invalid.class);
            assertThat(Book.objects.count()).isZero();
            assertThat(Chapter.objects.count()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_numbered_as_their_forms_say(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var all = List.of(
                    chapter(book(ada, "A"), 5, "a"), chapter(book(ada, "B"), 7, "b"), chapter(book(ada, "C"), 9, "c"));
            assertThat(NUMBERED.show(Chapter.objects)
                            .forms()
                            .getFirst()
                            .field("ORDER")
                            .value())
                    .isEqualTo("1");
            var sent = "form-TOTAL_FORMS=3&form-INITIAL_FORMS=3";
            var numbers = List.of("3", "", "1");
            for (int i = 0; i < 3; i++) {
                sent += "&form-" + i + "-id=" + all.get(i).id + "&form-" + i + "-heading=" + all.get(i).heading
                        + "&form-" + i + "-ORDER=" + numbers.get(i);
            }

            assertThat(NUMBERED.save(encoded(sent), Chapter.objects)).isInstanceOf(Valid.class);

            assertThat(NUMBERED.show(Chapter.objects).forms())
                    .extracting(it -> it.fields().getFirst().value())
                    .startsWith("" + all.get(2).id, "" + all.get(0).id, "" + all.get(1).id);
            assertThat(Chapter.objects.orderBy(Chapter_.place.asc()).list())
                    .extracting(it -> it.place)
                    .containsExactly(1, 2, 3);
            assertThat(problems(NUMBERED.save(encoded(sent.replace("ORDER=3", "ORDER=x")), Chapter.objects)))
                    .containsOnlyKeys("form-0-ORDER");
        });
    }

    @Test
    void the_field_that_rows_are_ordered_by_is_none_of_the_form() {
        var chapters = ModelFormSet.of(ModelForm.of(Chapter.class, Chapter_.heading, Chapter_.place));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chapters.ordered(Chapter_.place))
                .withMessageContaining("has the field \"place\", by which its rows shall be ordered")
                .withMessageContaining("leave it out of the form");
    }

    @Test
    void a_row_and_those_that_belong_to_it_are_shown_by_two_queries_and_their_choices() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var book = book(author("Ada"), "Notes");
            chapter(book, 1, "One");
            chapter(book, 2, "Two");
            var view = new FormView[1];

            assertThat(queries(() -> view[0] = BOOK.show(book))).hasSize(2);
            assertThat(view[0].forms())
                    .singleElement()
                    .satisfies(set -> assertThat(set.forms()).hasSize(3));
            assertThat(view[0].html())
                    .contains("name=\"chapter-0-heading\" id=\"id_chapter-0-heading\" value=\"One\"")
                    .contains("<input type=\"hidden\" name=\"chapter-INITIAL_FORMS\" value=\"2\"")
                    .contains("name=\"chapter-2-place\" id=\"id_chapter-2-place\" value=\"1\"");
        });
    }

    @Test
    void a_set_without_its_numbers_saves_nothing() {
        ShelfBench.on(Kind.SQLITE, () -> {
            author("a");
            assertThat(problems(AUTHORS.save(form("form-0-name", "b"), Author.objects)))
                    .isEqualTo(Map.of("", List.of(Sentences.TAMPERED)));
            assertThat(problems(AUTHORS.save(
                            form("form-TOTAL_FORMS", "2000000000", "form-INITIAL_FORMS", "0"), Author.objects)))
                    .isEqualTo(Map.of("", List.of("Please fill in at most 1000.")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_whose_saving_was_undone_is_new_again_and_can_be_saved(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var rows = "&chapter-TOTAL_FORMS=2&chapter-INITIAL_FORMS=0&chapter-0-place=1&chapter-0-heading=One&"
                    + "chapter-1-heading=Two&chapter-1-place=";
            var book = new Book();
            book.notes = "kept";

            assertThat(BOOK.save(encoded("title=Notes&author=" + ada.id + rows + "1"), book))
                    .isInstanceOf(Invalid.class);

            assertThat(book.isNew()).isTrue();
            assertThat(book.id).isZero();
            assertThat(book.title).isEmpty();
            assertThat(BOOK.save(encoded("title=Notes&author=" + ada.id + rows + "2"), book))
                    .isInstanceOf(Valid.class);
            assertThat(Book.objects.one().notes).isEqualTo("kept");
            assertThat(Chapter.objects.count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_whose_change_was_undone_has_the_version_that_the_database_has(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var book = book(ada, "Notes");
            var rows = "&chapter-TOTAL_FORMS=2&chapter-INITIAL_FORMS=0&chapter-0-place=1&chapter-0-heading=One&"
                    + "chapter-1-heading=Two&chapter-1-place=";

            assertThat(BOOK.save(encoded("title=Letters&author=" + ada.id + rows + "1"), book))
                    .isInstanceOf(Invalid.class);
            assertThat(book.version).isEqualTo(Book.objects.one().version);
            assertThat(book.title).isEqualTo("Notes");

            assertThat(BOOK.save(encoded("title=Letters&author=" + ada.id + rows + "2"), book))
                    .isInstanceOf(Valid.class);
            assertThat(Book.objects.one().title).isEqualTo("Letters");
        });
    }

    private static List<String> changed(Bound<Saved<Book>> bound) {
        return switch (bound) {
            case Valid(Saved<Book>(var _, var changed, var _)) ->
                changed.stream().map(it -> it.title).toList();
            case Invalid<Saved<Book>> it ->
                throw new AssertionError(it.problems().toString());
        };
    }

    @ParameterizedTest
    @EnumSource
    void the_rows_of_tables_between_are_shown_and_saved_for_each_row(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            List.of("art", "law", "sea").forEach(ShelfBench::genre);
            var books = List.of(book(ada, "A"), book(ada, "B"), book(ada, "C"));
            for (var each : books) {
                each.genres()
                        .set(Genre.objects.filter(Genre_.slug.in("art", "law")).list());
            }
            var view = new FormView[1];

            var few = queries(() -> view[0] = BOOKS.show(Book.objects.orderBy(Book_.id.asc())));

            assertThat(few).as("books, their genres, all genres").hasSize(3);
            assertThat(view[0].forms().get(1).field("genres").values()).containsExactlyInAnyOrder("art", "law");
            var sent = "form-TOTAL_FORMS=3&form-INITIAL_FORMS=3";
            for (int i = 0; i < 3; i++) {
                sent += "&form-" + i + "-id=" + books.get(i).id + "&form-" + i + "-title=" + "ABC".charAt(i);
            }
            sent += "&form-0-genres=law&form-0-genres=art&form-1-genres=sea";
            assertThat(changed(BOOKS.save(encoded(sent), Book.objects))).containsExactly("B", "C");
            assertThat(Book.objects
                            .withMany(Book_.genres)
                            .orderBy(Book_.id.asc())
                            .list())
                    .extracting(it -> it.genres().get().stream()
                            .map(genre -> genre.slug)
                            .sorted()
                            .toList())
                    .containsExactly(List.of("art", "law"), List.of("sea"), List.of());
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_checked_together_with_those_that_were_left_as_they_were(Kind kind) {
        ShelfBench.on(kind, () -> {
            var different = AUTHORS.check((rows, problems) -> {
                if (rows.stream().map(it -> it.name).distinct().count() < rows.size()) {
                    problems.add("Two authors have one name.");
                }
            });
            var ada = author("Ada");
            var bob = author("Bob");
            var management = "form-TOTAL_FORMS=3&form-INITIAL_FORMS=2&form-0-id=" + ada.id
                    + "&form-0-name=Ada&form-1-id=" + bob.id + "&form-1-name=";

            var refused = different.save(encoded(management + "Ada"), Author.objects);
            assertThat(problems(refused)).isEqualTo(Map.of("", List.of("Two authors have one name.")));
            assertThat(((Invalid<?>) refused).html()).containsOnlyOnce("Two authors have one name.");
            assertThat(Author.objects.get(bob.id).name).isEqualTo("Bob");

            var later = AUTHORS.refuse(encoded(management + "Eve"), Author.objects, "Eve is not invited.");
            assertThat(later.problems()).isEqualTo(Map.of("", List.of("Eve is not invited.")));
            assertThat(later.html()).contains("value=\"Eve\"");

            assertThat(different.save(encoded(management + "Bob&form-2-name=Bob"), Author.objects))
                    .isInstanceOf(Invalid.class);
            assertThat(different.save(encoded(management + "Bob&form-1-DELETE=on&form-2-name=Bob"), Author.objects))
                    .isInstanceOf(Valid.class);
            assertThat(Author.objects.count()).isEqualTo(2);
        });
    }
}
