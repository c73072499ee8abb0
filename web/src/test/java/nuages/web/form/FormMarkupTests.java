package nuages.web.form;

import static nuages.web.form.Sending.form;
import static nuages.web.form.Widget.Kind.CHECKBOXES;
import static nuages.web.form.Widget.Kind.HIDDEN;
import static nuages.web.form.Widget.Kind.RADIOS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuages.data.mapping.Help;
import nuages.data.mapping.Label;
import nuages.data.mapping.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormMarkupTests {
    enum Meal {
        FISH,
        BEANS
    }

    record Guest(
            @NotBlank @Size(min = 2, max = 40) @Label("Your name") @Help("As on the invitation.")
            String name,

            @Email @Nullable String mail,
            @Text String wishes,
            @Positive @Max(9) int seats,
            @Digits(integer = 3, fraction = 2) BigDecimal gift,
            @AssertTrue boolean terms,
            Meal meal,
            @Widget(RADIOS) Optional<Meal> dessert,
            Set<Meal> dislikes,
            LocalDate day,
            @Pattern(regexp = "[A-Z]{3}[0-9]+") String code,
            List<String> songs) {}

    private static String control(FormView form, String name) {
        return form.field(name).control();
    }

    @Test
    void the_controls_follow_from_types_and_constraints() {
        var form = Form.of(Guest.class).show();

        assertThat(control(form, "name"))
                .isEqualTo("<input type=\"text\" name=\"name\" id=\"id_name\" required maxlength=\"40\" minlength=\"2\""
                        + " aria-describedby=\"id_name_help\">");
        assertThat(control(form, "mail"))
                .isEqualTo("<input type=\"email\" name=\"mail\" id=\"id_mail\" autocomplete=\"email\">");
        assertThat(control(form, "wishes"))
                .isEqualTo("<textarea name=\"wishes\" id=\"id_wishes\" rows=\"6\">\n</textarea>");
        assertThat(control(form, "seats"))
                .isEqualTo("<input type=\"number\" name=\"seats\" id=\"id_seats\" required min=\"0\" max=\"9\">");
        assertThat(control(form, "gift"))
                .isEqualTo("<input type=\"number\" name=\"gift\" id=\"id_gift\" required step=\"0.01\">");
        assertThat(control(form, "terms"))
                .isEqualTo("<input type=\"checkbox\" name=\"terms\" id=\"id_terms\" required>");
        assertThat(control(form, "meal"))
                .isEqualTo("<select name=\"meal\" id=\"id_meal\" required><option value=\"\">---------</option>"
                        + "<option value=\"FISH\">Fish</option><option value=\"BEANS\">Beans</option></select>");
        assertThat(control(form, "day")).isEqualTo("<input type=\"date\" name=\"day\" id=\"id_day\" required>");
        assertThat(control(form, "code"))
                .isEqualTo("<input type=\"text\" name=\"code\" id=\"id_code\" pattern=\"[A-Z]{3}[0-9]+\">");
        assertThat(control(form, "songs"))
                .isEqualTo("<input type=\"text\" name=\"songs\" id=\"id_songs_0\" aria-label=\"Songs 1\">\n");
    }

    @Test
    void a_field_has_a_label_and_tells_what_is_wrong_where_screen_readers_find_it() {
        var form = (Invalid<Guest>) Form.bind(Guest.class, form("name", "\"<b>"));
        var name = ((Invalid<Guest>) Form.of(Guest.class).bind(form("name", "\""))).field("name");

        assertThat(name.html()).isEqualTo("""
            <div class="field">
            <label for="id_name">Your name</label>
            <p class="help" id="id_name_help">As on the invitation.</p>
            <ul class="errors" id="id_name_errors"><li>size must be between 2 and 40</li></ul>
            <input type="text" name="name" id="id_name" value="&quot;" required maxlength="40" minlength="2" \
            aria-invalid="true" aria-describedby="id_name_help id_name_errors">
            </div>\
            """);
        assertThat(form.html()).doesNotContain("<b>");
    }

    @Test
    void several_controls_are_a_group_with_a_legend() {
        var form = Form.of(Guest.class).initial("dislikes", Set.of(Meal.BEANS)).show();

        assertThat(form.field("dislikes").html()).isEqualTo("""
            <fieldset class="field" id="id_dislikes">
            <legend>Dislikes</legend>
            <div><label for="id_dislikes_0"><input type="checkbox" name="dislikes" value="FISH" id="id_dislikes_0"> \
            Fish</label></div>
            <div><label for="id_dislikes_1"><input type="checkbox" name="dislikes" value="BEANS" id="id_dislikes_1" \
            checked> Beans</label></div>
            </fieldset>\
            """);
        assertThat(form.field("dessert").html())
                .startsWith("<fieldset class=\"field\" id=\"id_dessert\" role=\"radiogroup\">")
                .contains("value=\"\" id=\"id_dessert_0\" checked> ---------</label>");
    }

    @Test
    void what_is_wrong_is_summed_up_with_links_to_the_fields() {
        var bound = (Invalid<Guest>) Form.of(Guest.class)
                .widget("meal", CHECKBOXES)
                .widget("code", HIDDEN)
                .bind(form("name", "Ada", "seats", "1", "gift", "1", "terms", "on", "day", "2026-01-01", "code", "&"));

        assertThat(bound.summary()).isEqualTo("""
            <div class="error-summary" role="alert" id="id_form_errors">
            <p>Please correct this:</p>
            <ul><li><a href="#id_meal_0">Meal: must have a value</a></li>\
            <li>Code: must match "[A-Z]{3}[0-9]+"</li></ul></div>
            """.replace("\"[A-Z]{3}[0-9]+\"", "&quot;[A-Z]{3}[0-9]+&quot;"));
        assertThat(bound.html()).startsWith(bound.summary());
        assertThat(control(bound, "code"))
                .isEqualTo("<input type=\"hidden\" name=\"code\" value=\"&amp;\" id=\"id_code\">");
        assertThat(Form.of(Guest.class).show().summary()).isEmpty();
    }

    @Test
    void choices_can_be_in_groups() {
        record Trip(String place) {}
        var form = Form.of(Trip.class)
                .choices(
                        "place",
                        List.of(
                                new Choice("x", "Elsewhere", ""),
                                new Choice("rome", "Rome & more", "Italy"),
                                new Choice("pisa", "Pisa", "Italy"),
                                new Choice("bonn", "Bonn", "Germany")))
                .initial("place", "pisa")
                .show();

        assertThat(control(form, "place"))
                .isEqualTo("<select name=\"place\" id=\"id_place\"><option value=\"\">---------</option>"
                        + "<option value=\"x\">Elsewhere</option><optgroup label=\"Italy\">"
                        + "<option value=\"rome\">Rome &amp; more</option>"
                        + "<option value=\"pisa\" selected>Pisa</option></optgroup><optgroup label=\"Germany\">"
                        + "<option value=\"bonn\">Bonn</option></optgroup></select>");
    }

    @Test
    void times_with_seconds_are_ones_that_browsers_take() {
        record Alarm(LocalDateTime at) {}
        var form = Form.of(Alarm.class);

        assertThat(control(
                        form.initial("at", LocalDateTime.parse("2026-01-02T03:04"))
                                .show(),
                        "at"))
                .isEqualTo(
                        "<input type=\"datetime-local\" name=\"at\" id=\"id_at\" value=\"2026-01-02T03:04\" required>");
        assertThat(control(
                        form.initial("at", LocalDateTime.parse("2026-01-02T03:04:05"))
                                .show(),
                        "at"))
                .contains("value=\"2026-01-02T03:04:05\" required step=\"any\"");
    }

    @Test
    void no_id_is_there_twice_and_every_label_leads_somewhere() {
        var html = ((Invalid<Guest>) Form.bind(Guest.class, form("songs", "a", "songs", "b"))).html();
        var ids = java.util.regex.Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(it -> it.group(1))
                .toList();
        var leads = java.util.regex.Pattern.compile(" (?:for|aria-describedby|href)=\"#?([^\"]*)\"")
                .matcher(html)
                .results()
                .flatMap(it -> List.of(it.group(1).split(" ")).stream())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        assertThat(ids).containsAll(leads);
    }
}
