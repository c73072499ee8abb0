package nuages.web.form;

import static nuages.web.form.Sending.form;
import static nuages.web.http.Response.redirect;
import static nuages.web.template.Templates.html;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nuages.data.mapping.Label;
import nuages.data.model.Ref;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Author_;
import nuages.web.form.shelf.Book;
import nuages.web.form.shelf.Book_;
import nuages.web.form.shelf.Chapter;
import nuages.web.form.shelf.Chapter_;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/guides/forms.md}. */
class FormGuideTests {
    enum Topic {
        TEA,
        COFFEE
    }

    record Signup(
            @NotBlank @Size(max = 40) @Label("Your name") String name,
            @Email @Size(max = 100) String mail,
            @Past @Nullable LocalDate born,
            Set<Topic> topics,
            @AssertTrue @Label("I agree") boolean agreed) {}

    static final Form<Signup> SIGNUP = Form.of(Signup.class);

    static Response signup(Request request) {
        return html("signup", "form", SIGNUP.show());
    }

    static Response signedUp(Request request) {
        return switch (SIGNUP.bind(request)) {
            case Valid(var signup) -> redirect("/welcome/?name=" + PercentEncoding.query(signup.name()));
            case Invalid<Signup> form -> html("signup", "form", form);
        };
    }

    record Ballot(Ref<Author> choice) {}

    static Form<Ballot> ballot() {
        return Form.of(Ballot.class).choices("choice", Author.objects.filter(Author_.secret.is(false)));
    }

    record Stay(LocalDate arrival, LocalDate departure) implements Validated {
        @Override
        public void validate(Errors errors) {
            if (!departure.isAfter(arrival)) {
                errors.field("departure", "must be later than the arrival");
            }
        }
    }

    static Response taken(Request request) {
        return html("signup", "form", SIGNUP.refuse(request, "name", "is taken"));
    }

    static final ModelForm<Author> AUTHOR = ModelForm.of(Author.class, Author_.name, Author_.mail);

    static Response edit(Request request, long id) {
        return html("author", "form", AUTHOR.show(Author.objects.get(id)));
    }

    static Response edited(Request request, long id) {
        return switch (AUTHOR.save(request, Author.objects.get(id))) {
            case Valid(var author) -> redirect("/authors/" + author.id + "/");
            case Invalid<Author> form -> html("author", "form", form);
        };
    }

    static final ModelFormSet<Chapter> CHAPTERS = ModelFormSet.of(
                    ModelForm.of(Chapter.class, Chapter_.place, Chapter_.heading))
            .extra(2)
            .deletable();

    static final ModelForm<Book> BOOK =
            ModelForm.of(Book.class, Book_.title, Book_.author).inline(Inline.of(Chapter_.book, CHAPTERS));

    record Line(String item, int count) {}

    static final FormSet<Line> LINES = FormSet.of(Form.of(Line.class)).check((lines, problems) -> {
        if (lines.stream().map(Line::item).distinct().count() < lines.size()) {
            problems.add("The same item is in two lines.");
        }
    });

    /** Without what stands for nothing: spaces and the ends of lines. */
    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void every_example_of_the_guide_is_compiled() throws IOException {
        var own = bare(Files.readString(Path.of("src/test/java/nuages/web/form/FormGuideTests.java")));
        var blocks = new ArrayList<String>();
        for (var part : Files.readString(Path.of("../docs/guides/forms.md")).split("```java\n")) {
            blocks.add(part.split("```")[0]);
        }

        assertThat(blocks.subList(1, blocks.size()))
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> assertThat(own).contains(bare(it)));
    }

    @Test
    void the_examples_do_what_the_guide_says() {
        assertThat(SIGNUP.bind(form("name", "Ada", "mail", "ada@site.org", "topics", "TEA", "agreed", "on")))
                .isEqualTo(new Valid<>(new Signup("Ada", "ada@site.org", null, Set.of(Topic.TEA), true)));
        assertThat(((Invalid<Stay>) Form.bind(Stay.class, form("arrival", "2026-03-02", "departure", "2026-03-01")))
                        .problems())
                .isEqualTo(Map.of("departure", List.of("must be later than the arrival")));
        ShelfBench.on(Kind.SQLITE, () -> {
            var ada = ShelfBench.author("Ada");
            assertThat(ballot().bind(form("choice", "" + ada.id))).isEqualTo(new Valid<>(new Ballot(Ref.to(ada))));
            assertThat(edited(form("name", "Ada L."), ada.id).headers().first("Location"))
                    .contains("/authors/" + ada.id + "/");
            assertThat(BOOK.show(ShelfBench.book(ada, "Notes")).html()).contains("name=\"chapter-1-heading\"");
        });
    }
}
