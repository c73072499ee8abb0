package nuages.web.form;

import static nuages.web.form.Sending.encoded;
import static nuages.web.form.Sending.form;
import static nuages.web.form.ShelfBench.author;
import static nuages.web.form.ShelfBench.book;
import static nuages.web.form.ShelfBench.genre;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Work;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.RowNotFound;
import nuages.data.model.InvalidModel;
import nuages.data.model.ModelType;
import nuages.data.model.Ref;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Author_;
import nuages.web.form.shelf.Book;
import nuages.web.form.shelf.Book_;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFormTests {
    private static final ModelForm<Author> AUTHOR = ModelForm.of(Author.class, Author_.name, Author_.mail);
    private static final ModelForm<Book> BOOK = ModelForm.of(
                    Book.class, Book_.title, Book_.author, Book_.shelf, Book_.price, Book_.published, Book_.state)
            .links(Book_.genres);

    private static <T> Map<String, List<String>> problems(Bound<T> bound) {
        assertThat(bound).isInstanceOf(Invalid.class);
        return ((Invalid<T>) bound).problems();
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_created_of_the_fields_that_are_named_and_of_no_others(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            genre("crime");
            genre("poems");
            var sent = encoded("title=+Notes+&author=" + ada.id
                    + "&shelf=crime&price=12.5&published=1843-09-01&state=SOLD&genres=poems&genres=crime&"
                    + "notes=hacked&id=99&version=7");

            var bound = BOOK.save(sent);

            assertThat(bound).isInstanceOf(Valid.class);
            var book = Book.objects.withMany(Book_.genres).with(Book_.author).one();
            assertThat(book.title).isEqualTo("Notes");
            assertThat(book.author.get()).isEqualTo(ada);
            assertThat(book.price).isEqualByComparingTo(new BigDecimal("12.50"));
            assertThat(book.published).isEqualTo(LocalDate.of(1843, 9, 1));
            assertThat(book.state).isEqualTo(Book.State.SOLD);
            assertThat(book.genres().get()).extracting(it -> it.slug).containsExactlyInAnyOrder("crime", "poems");
            assertThat(book.notes).isEmpty();
            assertThat(book.id).isNotEqualTo(99);
            assertThat(((Valid<Book>) bound).value()).isEqualTo(book);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_edited_and_what_is_not_sent_is_taken_away(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var crime = genre("crime");
            var book = book(ada, "Notes");
            book.genres().add(crime);

            var view = BOOK.show(book);
            assertThat(view.field("title").value()).isEqualTo("Notes");
            assertThat(view.field("author").value()).isEqualTo("" + ada.id);
            assertThat(view.field("genres").values()).containsExactly("crime");
            assertThat(view.field("published").label()).isEqualTo("Date published");
            assertThat(view.field("state").choices()).extracting(Choice::label).containsExactly("Planned", "On sale");

            var sent = form("title", "Letters", "author", "" + ada.id, "price", "0", "state", "PLANNED");
            assertThat(BOOK.save(sent, Book.objects.get(book.id))).isInstanceOf(Valid.class);
            var now = Book.objects.withMany(Book_.genres).one();
            assertThat(now.title).isEqualTo("Letters");
            assertThat(now.genres().get()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_the_model_forbids_is_told_at_the_field_and_the_row_stays_as_it_was(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var book = book(ada, "Notes");
            var before = book.title;

            assertThat(problems(BOOK.save(
                            encoded("title=" + "x".repeat(51) + "&author=99&shelf=none&price=12345.678&state=LOST"),
                            book)))
                    .isEqualTo(Map.of(
                            "title", List.of("size must be between 0 and 50"),
                            "author", List.of("is not one of the choices"),
                            "shelf", List.of("is not one of the choices"),
                            "price", List.of("must have at most 4 digits before and 2 after the point"),
                            "state", List.of("is not one of the choices")));
            assertThat(book.title).isEqualTo(before);
            assertThat(problems(AUTHOR.save(form("name", " ", "mail", "x"))))
                    .isEqualTo(Map.of(
                            "name", List.of("must have a value"),
                            "mail", List.of("must be a well-formed email address")));
            assertThat(Author.objects.count()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_must_be_unique_is_told_at_its_field_or_its_fields(Kind kind) {
        ShelfBench.on(kind, () -> {
            assertThat(AUTHOR.save(form("name", "Ada", "mail", "ada@site.org"))).isInstanceOf(Valid.class);
            assertThat(problems(AUTHOR.save(form("name", "Bob", "mail", "ada@site.org"))))
                    .isEqualTo(Map.of("mail", List.of("another Author has this value already")));
            var ada = Author.objects.one();
            assertThat(AUTHOR.save(form("name", "Ada L.", "mail", "ada@site.org"), ada))
                    .isInstanceOf(Valid.class);

            book(ada, "Notes");
            var sent = form("title", "Notes", "author", "" + ada.id, "price", "1", "state", "SOLD");
            assertThat(problems(BOOK.save(sent)))
                    .isEqualTo(Map.of("", List.of("Title and author: another Book has these values already.")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_else_takes_at_the_last_moment_is_told_too(Kind kind) {
        ShelfBench.on(kind, () -> {
            var draft = new Draft<>(
                    ModelType.of(Author.class),
                    AUTHOR.slots(),
                    new Author(),
                    Sent.of(form("name", "Bob", "mail", "ada@site.org"), ""));
            Author.objects.create(it -> {
                it.name = "Ada";
                it.mail = "ada@site.org";
            });
            draft.put();

            var refused = Work.current().database().atomic(() -> {
                try {
                    return Work.current().database().atomic(() -> {
                        draft.write();
                        return draft;
                    });
                } catch (ConstraintViolated e) {
                    draft.refused(e);
                    return draft;
                }
            });

            assertThat(refused.errors.of("mail")).containsExactly("another Author has this value already");
            assertThat(Author.objects.count()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void who_saves_what_somebody_else_has_changed_is_told(Kind kind) {
        ShelfBench.on(kind, () -> {
            var form = ModelForm.of(Book.class, Book_.title, Book_.version);
            var book = book(author("Ada"), "Notes");
            var shown = form.show(book);
            assertThat(shown.field("version").hidden()).isTrue();
            var sent = form("title", "Mine", "version", shown.field("version").value());

            Book.objects.get(book.id).save(Book_.title);

            assertThat(problems(form.save(sent, Book.objects.get(book.id))))
                    .isEqualTo(Map.of("", List.of(Sentences.STALE)));
            assertThat(Book.objects.get(book.id).title).isEqualTo("Notes");
        });
    }

    @Test
    void what_visitors_cannot_correct_is_a_fault_of_the_view() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var form = ModelForm.of(Book.class, Book_.title);
            assertThatExceptionOfType(InvalidModel.class)
                    .isThrownBy(() -> form.save(form("title", "Notes")))
                    .withMessageContaining("author: must have a value");

            var book = new Book();
            book.author = Ref.to(author("Ada"));
            assertThat(form.save(form("title", "Notes"), book)).isEqualTo(new Valid<>(book));
            assertThat(Book.objects.count()).isEqualTo(1);
        });
    }

    @Test
    void an_object_can_be_bound_without_being_saved() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var form = ModelForm.of(Book.class, Book_.title);

            assertThat(((Valid<Book>) form.bind(form("title", "Notes"))).value().title)
                    .isEqualTo("Notes");
            assertThat(problems(form.bind(form("title", "")))).containsOnlyKeys("title");
            assertThat(Book.objects.count()).isZero();
        });
    }

    @Test
    void a_row_that_is_gone_is_not_found() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var ada = author("Ada");
            Author.objects.delete();

            assertThatExceptionOfType(RowNotFound.class)
                    .isThrownBy(() -> AUTHOR.save(form("name", "Ada L.", "mail", ""), ada));
        });
    }

    @Test
    void a_new_row_begins_with_what_the_model_and_the_form_give_it() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var view = BOOK.initial(Book_.title, "Untitled").show();

            assertThat(view.field("title").value()).isEqualTo("Untitled");
            assertThat(view.field("state").value()).isEqualTo("PLANNED");
            assertThat(view.field("price").value()).isEqualTo("0");
            assertThat(view.field("price").control())
                    .isEqualTo("<input type=\"number\" name=\"price\" id=\"id_price\" value=\"0\" required"
                            + " step=\"0.01\">");
            assertThat(AUTHOR.show().field("mail").control())
                    .isEqualTo("<input type=\"email\" name=\"mail\" id=\"id_mail\" maxlength=\"100\" "
                            + "autocomplete=\"email\" aria-describedby=\"id_mail_help\">");
            assertThat(ModelForm.of(Book.class, Book_.notes)
                            .show()
                            .field("notes")
                            .kind())
                    .isEqualTo(Widget.Kind.TEXTAREA);
        });
    }

    @Test
    void what_is_given_its_value_by_saving_is_no_field_of_a_form() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelForm.of(Book.class, Book_.changed))
                .withMessage(
                        "Book.changed is given its value when a row is saved, so that nobody can fill it in: leave it "
                                + "out of the form.");
        assertThatIllegalArgumentException().isThrownBy(() -> ModelForm.of(Book.class, Book_.id));
    }
}
