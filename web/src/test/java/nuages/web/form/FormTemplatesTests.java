package nuages.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nuages.web.http.Request;
import nuages.web.resource.Folder;
import nuages.web.template.TemplateException;
import nuages.web.template.TemplateSettings;
import nuages.web.template.Templates;
import nuages.web.template.pebble.Pebble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTemplatesTests {
    record Letter(
            @NotBlank String subject,
            @Widget(Widget.Kind.HIDDEN) String thread) {}

    @TempDir
    private Path folder;

    private String render(String template, Map<String, String> others) throws IOException {
        Files.createDirectories(folder.resolve("forms"));
        Files.writeString(folder.resolve("page.html"), template);
        for (var other : others.entrySet()) {
            Files.writeString(folder.resolve(other.getKey()), other.getValue());
        }
        var settings = TemplateSettings.standard().engine(Pebble::new).folder(Folder.of(folder));
        var templates = Templates.of(FormTemplates.add(settings));
        Request request = Sending.form("subject", " ", "thread", "<7>").with(Templates.KEY, templates);
        return templates.render("page", Map.of("form", Form.bind(Letter.class, request)), request);
    }

    private static Invalid<Letter> letter() {
        return (Invalid<Letter>) Form.bind(Letter.class, Sending.form("subject", " ", "thread", "<7>"));
    }

    @Test
    void a_template_shows_a_form_and_its_parts() throws IOException {
        assertThat(render("<form>{{ form(form) }}</form>", Map.of())).isEqualTo("<form>" + letter().html() + "</form>");
        assertThat(render("{{ form_summary(form) }}", Map.of())).isEqualTo(letter().summary());
        assertThat(render("{{ form_field(form, 'subject') }}", Map.of()))
                .isEqualTo(letter().field("subject").html());
        assertThat(render("{% for f in form.fields %}{{ form_control(f) }}{% endfor %}", Map.of()))
                .isEqualTo(letter().field("subject").control()
                        + letter().field("thread").control());
        assertThat(render("{{ form.field('subject').label }}: {{ form.field('subject').errors | join }}", Map.of()))
                .isEqualTo("Subject: must have a value");
    }

    @Test
    void a_site_has_markup_of_its_own() throws IOException {
        var text = render(
                "{{ form(form) }}",
                Map.of(
                        "forms/field.html", "<p>{{ field.label }} {{ form_control(field) }}</p>",
                        "forms/summary.html", "<b>{{ form.problems.size }}</b>"));

        assertThat(text)
                .isEqualTo("<b>1</b><p>Subject " + letter().field("subject").control() + "</p>\n"
                        + letter().field("thread").control() + "\n");
    }

    @Test
    void what_is_no_form_is_told_with_the_template_and_its_line() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("\n{{ form('x') }}", Map.of()))
                .withMessageContaining("x is no form")
                .withMessageContaining("page.html");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render("{{ form_field(form, 'topic') }}", Map.of()))
                .withMessageContaining("this form has no field \"topic\": it has [subject, thread]");
    }
}
