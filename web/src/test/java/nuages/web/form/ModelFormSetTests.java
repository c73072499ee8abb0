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

    @Test
    void a_set_has_no_rows_of_tables_between() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFormSet.of(ModelForm.of(Book.class).links(Book_.genres)))
                .withMessageStartingWith("a set of forms cannot have fields for rows of tables between");
    }
}
