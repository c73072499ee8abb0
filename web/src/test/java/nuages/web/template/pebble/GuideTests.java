package nuages.web.template.pebble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nuages.web.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates that the guides show can be read by the engine. */
class GuideTests {
    private static final Pattern TEMPLATE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

    /** A row of a list. */
    public record Row(String day, int votes) {}

    @Test
    void what_stands_for_tags_of_djangos_does_the_same(@TempDir Path folder) throws IOException {
        var rows = List.of(new Row("Mon", 1), new Row("Mon", 2), new Row("Tue", 3));
        var days = new LinkedHashMap<String, List<Row>>();
        rows.forEach(
                it -> days.computeIfAbsent(it.day(), _ -> new ArrayList<>()).add(it));
        var guide = Files.readString(Path.of("../docs/guides/templates.md"));
        var pages = Pages.in(folder);

        var cycle = "{{ loop.index is even ? 'odd' : 'even' }}";
        assertThat(pages.text("{% for it in all %}" + cycle + " {% endfor %}", "all", rows))
                .isEqualTo("odd even odd ");
        var changed = "{% if loop.first or it.day != all[loop.index - 1].day %}{{ it.day }}{% endif %}";
        assertThat(pages.text("{% for it in all %}" + changed + " {% endfor %}", "all", rows))
                .isEqualTo("Mon  Tue ");
        var first = "{{ name | default(mail) | default('nobody') }}";
        assertThat(pages.text(first, "name", "", "mail", null)).isEqualTo("nobody");
        assertThat(pages.text(first, "name", "", "mail", "a@b")).isEqualTo("a@b");
        assertThat(pages.text(
                        "{% for group in days %}{{ group.key }}{% for it in group.value %} {{ it.votes }}{% endfor %};"
                                + "{% endfor %}",
                        "days", days))
                .isEqualTo("Mon 1 2;Tue 3;");
        assertThat(pages.text("{{ votes * 100 / total }}", "votes", 1, "total", 4))
                .isEqualTo("25");
        assertThat(guide).contains(cycle, changed, first.replace("|", "\\|"), "{{ votes * 100 / total }}");
    }

    @Test
    void templates_in_the_guides_are_right(@TempDir Path folder) throws IOException {
        var pages = Pages.in(folder).with("base.html", "{% block title %}{% endblock %}{% block body %}{% endblock %}");
        pages.settings().function("url", call -> "/").function("static", call -> "/");
        int count = 0;
        for (var guide : new String[] {"templates.md", "static-files.md"}) {
            var blocks = TEMPLATE.matcher(Files.readString(Path.of("../docs/guides", guide)));
            while (blocks.find()) {
                pages.with("guide/" + count++ + ".html", blocks.group(1));
            }
        }

        var templates = Templates.of(pages.settings());

        assertThat(count).isEqualTo(4);
        assertThat(templates.problems()).isEmpty();
        assertThat(templates.render("guide/0", Map.of("questions", List.of()), null))
                .contains("No question yet.");
    }
}
