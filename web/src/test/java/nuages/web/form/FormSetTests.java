package nuages.web.form;

import static nuages.web.form.Sending.form;
import static nuages.web.form.ShelfBench.author;
import static nuages.web.form.ShelfBench.queries;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nuages.data.model.Ref;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Author;
import nuages.web.http.Request;
import org.junit.jupiter.api.Test;

class FormSetTests {
    record Line(@NotBlank String item, @Positive int count) {}

    record Credit(Ref<Author> to, String share) {}

    private static final FormSet<Line> LINES = FormSet.of(Form.of(Line.class).initial("count", 1));

    /** A set of so many forms, of which so many were there before. */
    private static Request sent(int total, int initial, String... more) {
        var all = new ArrayList<>(List.of("form-TOTAL_FORMS", "" + total, "form-INITIAL_FORMS", "" + initial));
        all.addAll(Arrays.asList(more));
        return form(all.toArray(String[]::new));
    }

    private static Map<String, List<String>> problems(Bound<?> bound) {
        assertThat(bound).isInstanceOf(Invalid.class);
        return ((Invalid<?>) bound).problems();
    }

    @Test
    void the_forms_are_records_without_those_left_as_they_were() {
        var bound = LINES.bind(sent(
                3,
                0,
                "form-0-item",
                "tea",
                "form-0-count",
                "2",
                "form-1-item",
                "",
                "form-1-count",
                "1",
                "form-2-item",
                "milk",
                "form-2-count",
                "1"));

        assertThat(bound).isEqualTo(new Valid<>(List.of(new Line("tea", 2), new Line("milk", 1))));
    }

    @Test
    void each_form_tells_what_is_wrong_with_it() {
        var bound = LINES.bind(
                sent(2, 1, "form-0-item", "", "form-0-count", "1", "form-1-item", "tea", "form-1-count", "none"));

        assertThat(problems(bound)).containsOnlyKeys("form-0-item", "form-1-count");
        var html = ((Invalid<?>) bound).html();
        assertThat(html)
                .contains("<a href=\"#id_form-1-count\">Count: must be a whole number")
                .contains("<input type=\"hidden\" name=\"form-TOTAL_FORMS\" value=\"2\"")
                .contains("name=\"form-1-item\" id=\"id_form-1-item\" value=\"tea\"");
    }

    @Test
    void a_set_is_shown_with_what_is_there_and_empty_forms() {
        var view =
                LINES.extra(2).initial(List.of(new Line("tea", 2))).prefix("x").show();

        assertThat(view.forms()).hasSize(3);
        assertThat(view.forms().getFirst().field("item").value()).isEqualTo("tea");
        assertThat(view.forms().get(1).field("count").value()).isEqualTo("1");
        assertThat(view.fields())
                .extracting(FieldView::toString)
                .containsExactly(
                        "x-TOTAL_FORMS=[3]", "x-INITIAL_FORMS=[1]", "x-MIN_NUM_FORMS=[0]", "x-MAX_NUM_FORMS=[1000]");
    }

    @Test
    void forms_are_left_out_and_ordered() {
        var set = LINES.deletable().ordered();

        assertThat(set.bind(sent(
                        3,
                        3,
                        "form-0-item",
                        "a",
                        "form-0-count",
                        "1",
                        "form-0-ORDER",
                        "3",
                        "form-1-item",
                        "",
                        "form-1-DELETE",
                        "on",
                        "form-2-item",
                        "c",
                        "form-2-count",
                        "1",
                        "form-2-ORDER",
                        "1")))
                .isEqualTo(new Valid<>(List.of(new Line("c", 1), new Line("a", 1))));
        assertThat(problems(set.bind(sent(1, 0, "form-0-item", "a", "form-0-count", "1", "form-0-ORDER", "x"))))
                .containsOnlyKeys("form-0-ORDER");
        assertThat(set.show().html()).contains("type=\"checkbox\" name=\"form-0-DELETE\"", "name=\"form-0-ORDER\"");
    }

    @Test
    void there_must_be_enough_and_not_too_many() {
        var set = LINES.between(1, 2);

        assertThat(problems(set.bind(sent(1, 0, "form-0-count", "1"))))
                .isEqualTo(Map.of("", List.of("Please fill in at least 1.")));
        assertThat(problems(set.bind(sent(3, 0, "form-0-item", "a", "form-0-count", "1"))))
                .isEqualTo(Map.of("", List.of("Please fill in at most 2.")));
        assertThat(set.extra(9).show().forms()).hasSize(2);
    }

    @Test
    void numbers_that_cannot_be_are_no_reason_to_fail() {
        for (var numbers : List.of("x", "-1", "", "2147483648", "1e9")) {
            var bound = LINES.bind(form("form-TOTAL_FORMS", numbers, "form-INITIAL_FORMS", "0"));
            assertThat(problems(bound)).isEqualTo(Map.of("", List.of(Sentences.TAMPERED)));
        }
        assertThat(LINES.bind(form())).isInstanceOf(Invalid.class);
        assertThat(LINES.bind(sent(1, 2))).isInstanceOf(Invalid.class);
        var many = LINES.bind(sent(2_147_483_647, 0));
        assertThat(problems(many)).isEqualTo(Map.of("", List.of("Please fill in at most 1000.")));
        assertThat(((Invalid<?>) LINES.bind(sent(2_147_483_647, 2_147_483_647))).forms())
                .hasSize(1000);
    }

    @Test
    void references_of_all_forms_are_looked_up_and_listed_by_one_query() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var set = FormSet.of(Form.of(Credit.class));
            var ids = List.of(author("a").id, author("b").id, author("c").id);
            var fine = sent(
                    3, 0, "form-0-to", "" + ids.get(0), "form-1-to", "" + ids.get(1), "form-2-to", "" + ids.get(2));
            var wrong = sent(3, 0, "form-0-to", "" + ids.get(0), "form-1-to", "x", "form-2-to", "99");

            assertThat(queries(() -> assertThat(set.bind(fine)).isInstanceOf(Valid.class)))
                    .hasSize(1);
            assertThat(queries(() -> assertThat(set.bind(wrong)).isInstanceOf(Invalid.class)))
                    .hasSize(2);
            assertThat(queries(() -> set.extra(5).show().html())).hasSize(1);
        });
    }

    private static final FormSet<Line> DIFFERENT = LINES.check((lines, problems) -> {
                if (lines.stream().map(Line::item).distinct().count() < lines.size()) {
                    problems.add("The same item is in two lines.");
                }
            })
            .check((lines, problems) -> {
                if (lines.stream().mapToInt(Line::count).sum() > 10) {
                    problems.add("These are more than ten <items>.");
                }
            });

    private static Request two(String first, int firstCount, String second, String secondCount) {
        return sent(
                3,
                0,
                "form-0-item",
                first,
                "form-0-count",
                "" + firstCount,
                "form-1-item",
                second,
                "form-1-count",
                secondCount,
                "form-2-count",
                "1");
    }

    @Test
    void forms_are_checked_together_and_told_once_above_them() {
        var equal = DIFFERENT.bind(two("tea", 9, "tea", "9"));

        assertThat(problems(equal))
                .isEqualTo(Map.of("", List.of("The same item is in two lines.", "These are more than ten <items>.")));
        assertThat(((Invalid<?>) equal).html())
                .startsWith("<div class=\"error-summary\" role=\"alert\" id=\"id_form_errors\">")
                .containsOnlyOnce("<li>The same item is in two lines.</li>")
                .containsOnlyOnce("<li>These are more than ten &lt;items&gt;.</li>")
                .contains("name=\"form-1-item\" id=\"id_form-1-item\" value=\"tea\"");
        assertThat(DIFFERENT.bind(two("tea", 1, "milk", "9")))
                .isEqualTo(new Valid<>(List.of(new Line("tea", 1), new Line("milk", 9))));
    }

    @Test
    void forms_with_faults_of_their_own_are_not_checked_together() {
        assertThat(problems(DIFFERENT.bind(two("tea", 11, "tea", "none")))).containsOnlyKeys("form-1-count");
        assertThat(problems(DIFFERENT.between(3, 4).bind(two("tea", 1, "tea", "1"))))
                .isEqualTo(Map.of("", List.of(Sentences.tooFew(3))));
    }

    @Test
    void forms_can_be_refused_later() {
        var refused = LINES.refuse(two("tea", 1, "milk", "9"), "There is no tea left.");

        assertThat(refused.problems()).isEqualTo(Map.of("", List.of("There is no tea left.")));
        assertThat(refused.forms()).hasSize(3);
        assertThat(refused.html()).contains("value=\"milk\"");
        assertThat(LINES.refuse(form(), "Nothing was sent.").errors()).containsExactly("Nothing was sent.");
    }
}
