package nuages.web.template.pebble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nuages.web.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates that the guides show can be read by the engine. */
class GuideTests {
    private static final Pattern TEMPLATE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

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

        assertThat(count).isEqualTo(3);
        assertThat(templates.problems()).isEmpty();
        assertThat(templates.render("guide/0", Map.of("questions", List.of()), null))
                .contains("No question yet.");
    }
}
