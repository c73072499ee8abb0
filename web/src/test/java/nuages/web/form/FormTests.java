package nuages.web.form;

import static nuages.web.form.Sending.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.BadRequest;
import nuages.web.http.Method;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormTests {
    record Signup(
            @NotBlank @Size(min = 3, max = 20) String name,
            @Email String mail,
            @Min(18) int age,
            boolean news) {}

    record Stay(LocalDate from, LocalDate to) implements Validated {
        @Override
        public void validate(Errors errors) {
            if (!to.isAfter(from)) {
                errors.field("to", "must be later than the arrival");
            }
            if (from.getYear() < 2000) {
                errors.form("We were not open then.");
            }
        }
    }

    record Nested(Range range) {}

    record Range(int low, int high) {
        Range {
            if (low > high) {
                throw new IllegalArgumentException("The lower end must be below the upper one.");
            }
        }
    }

    record Oath(@AssertTrue boolean sworn, String place) {
        @AssertTrue(message = "Nobody swears nowhere.")
        public boolean isSomewhere() {
            return !place.isEmpty();
        }
    }

    record Leave(
            @Nullable String a,
            Optional<@Max(5) Integer> b,
            Integer c,
            @NotEmpty List<String> d) {}

    record Secret(
            @Widget(Widget.Kind.PASSWORD) @Size(min = 1) String word) {}

    record Odd(Thread thread) {}

    record Misplaced(@Email Optional<String> mail) {}

    private static <T> Invalid<T> invalid(Bound<T> bound) {
        assertThat(bound).isInstanceOf(Invalid.class);
        return (Invalid<T>) bound;
    }

    @Test
    void a_form_without_fault_is_the_record() {
        var request = form("name", "  Ada ", "mail", "ada@site.org", "age", "36", "news", "on");

        var said = switch (Form.bind(Signup.class, request)) {
            case Valid(Signup(var name, var mail, var age, var news)) -> name + mail + age + news;
            case Invalid<Signup> it -> it.toString();
        };

        assertThat(said).isEqualTo("Adaada@site.org36true");
    }

    @Test
    void each_field_tells_what_is_wrong_with_it_and_keeps_what_was_typed() {
        var form = invalid(Form.bind(Signup.class, form("name", "A<", "mail", "nobody", "age", "old")));

        assertThat(form.problems())
                .isEqualTo(Map.of(
                        "name", List.of("size must be between 3 and 20"),
                        "mail", List.of("must be a well-formed email address"),
                        "age", List.of("must be a whole number from -2147483648 to 2147483647")));
        assertThat(form.field("name").value()).isEqualTo("A<");
        assertThat(form.field("age").value()).isEqualTo("old");
        assertThat(form.html()).contains("value=\"A&lt;\"").doesNotContain("A<\"");
    }

    @Test
    void what_is_missing_is_said_once() {
        var form = invalid(Form.bind(Signup.class, form("name", " ")));

        assertThat(form.problems())
                .isEqualTo(Map.of("name", List.of("must have a value"), "age", List.of("must have a value")));
    }

    @Test
    void what_can_be_left_out_is_null_or_empty_and_what_cannot_is_missed() {
        var form = Form.of(Leave.class);

        assertThat(form.bind(form("c", "1", "d", "x")))
                .isEqualTo(new Valid<>(new Leave(null, Optional.empty(), 1, List.of("x"))));
        assertThat(invalid(form.bind(form("a", "", "b", "6"))).problems())
                .isEqualTo(Map.of(
                        "b", List.of("must be less than or equal to 5"),
                        "c", List.of("must have a value"),
                        "d", List.of("must have a value")));
    }

    @Test
    void fields_are_checked_together_once_each_is_right() {
        var form = Form.of(Stay.class);

        assertThat(form.bind(form("from", "2026-03-01", "to", "2026-03-02"))).isInstanceOf(Valid.class);
        assertThat(invalid(form.bind(form("from", "1999-03-01", "to", "1999-03-01")))
                        .problems())
                .isEqualTo(
                        Map.of("", List.of("We were not open then."), "to", List.of("must be later than the arrival")));
        assertThat(invalid(form.bind(form("from", "1999-03-01", "to", "?"))).problems())
                .isEqualTo(Map.of("to", List.of("must be a day, as in 2026-03-31")));
    }

    @Test
    void a_record_may_refuse_its_values_by_itself() {
        var form = invalid(Form.bind(Range.class, form("low", "2", "high", "1")));

        assertThat(form.errors()).containsExactly("The lower end must be below the upper one.");
        assertThat(form.field("low").value()).isEqualTo("2");
    }

    @Test
    void constraints_of_methods_are_those_of_the_form() {
        var form = Form.of(Oath.class);

        assertThat(form.bind(form("sworn", "on", "place", "here"))).isInstanceOf(Valid.class);
        assertThat(invalid(form.bind(form("place", ""))).problems())
                .isEqualTo(Map.of("", List.of("Nobody swears nowhere."), "sworn", List.of("must be true")));
    }

    @Test
    void a_fault_that_is_found_later_is_shown_in_the_form() {
        var form = Form.of(Signup.class);
        var request = form("name", "Ada", "mail", "ada@site.org", "age", "36");

        var refused = form.refuse(request, "name", "is taken");

        assertThat(refused.problems()).isEqualTo(Map.of("name", List.of("is taken")));
        assertThat(refused.field("mail").value()).isEqualTo("ada@site.org");
        assertThat(form.refuse(request, "", "We are closed.").errors()).containsExactly("We are closed.");
    }

    @Test
    void several_forms_are_told_apart_by_their_prefixes() {
        var request = form("a-low", "1", "a-high", "2", "b-low", "3", "b-high", "?");

        assertThat(Form.of(Range.class).prefix("a").bind(request)).isEqualTo(new Valid<>(new Range(1, 2)));
        assertThat(invalid(Form.of(Range.class).prefix("b").bind(request)).problems())
                .containsOnlyKeys("b-high");
    }

    @Test
    void a_form_begins_with_what_it_is_given() {
        var form =
                Form.of(Range.class).initial(new Range(1, 2)).initial("high", 9).show();

        assertThat(form.field("low").value()).isEqualTo("1");
        assertThat(form.field("high").value()).isEqualTo("9");
        assertThat(form.invalid()).isFalse();
    }

    @Test
    void a_query_is_a_form_too() {
        var request = Request.to(Method.GET, "/?low=1&high=2").build();

        assertThat(Form.of(Range.class).bind(request.queries())).isEqualTo(new Valid<>(new Range(1, 2)));
    }

    @Test
    void passwords_keep_their_spaces_and_are_never_shown() {
        var form = Form.of(Secret.class);

        assertThat(form.bind(form("word", " a "))).isEqualTo(new Valid<>(new Secret(" a ")));
        var refused = form.refuse(form("word", "open sesame"), "word", "is known to everybody");
        assertThat(refused.html()).doesNotContain("sesame");
        assertThat(refused.field("word").toString()).isEqualTo("word=***");
    }

    @Test
    void what_is_no_form_at_all_is_a_bad_request_or_lacks_everything() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> Form.bind(Range.class, Sending.encoded("low=%zz")));
        assertThat(invalid(Form.bind(Range.class, Sending.encoded(""))).problems())
                .containsOnlyKeys("low", "high");
    }

    @Test
    void mistakes_of_the_author_are_told_when_the_form_is_declared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Odd.class))
                .withMessage("""
                    Odd.thread is of java.lang.Thread, which a form cannot read.
                    use text, a number, a boolean, an enum, a type of java.time, a Ref, or a list of these; or say \
                    how it is written, by a TextType that you give to Form.of.\
                    """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Nested.class))
                .withMessage("""
                    Nested.range is of the record Range, and a form has no records within.
                    write the components of Range into Nested, or make a form of its own of it and bind both: \
                    Form.of(Range.class).prefix("range"). If it is written as one text, give a TextType to Form.of.\
                    """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Misplaced.class))
                .withMessageStartingWith(
                        "Misplaced.mail has a constraint that is none of its type: write that of what is "
                                + "within as Optional<@Email String>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Range.class).initial("lo", 1))
                .withMessage("Range has no component \"lo\": it has [low, high]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Range.class).show().field("lo"))
                .withMessage("this form has no field \"lo\": it has [low, high]");
    }
}
