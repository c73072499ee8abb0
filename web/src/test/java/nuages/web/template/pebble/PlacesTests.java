package nuages.web.template.pebble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nuages.web.template.Markup;
import nuages.web.template.TemplateException;
import nuages.web.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside, printed in each kind of place of a page. */
class PlacesTests {
    private static final String HOSTILE = "</script></title>--><img src=x onerror=alert(1)>'\"`\\${alert(1)}\nx";

    private final Pages pages;

    PlacesTests(@TempDir Path folder) {
        this.pages = Pages.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>{{ x }}</p>",
                "<title>{{ x }}</title>",
                "<textarea>{{ x }}</textarea>",
                "<textarea><script></textarea>{{ x }}",
                "<!-- {{ x }} -->",
                "<!--> {{ x }}",
                "<!DOCTYPE html>{{ x }}",
                "a < b {{ x }}",
                "<br/>{{ x }}",
                "<p class='a'>{{ x }}<p class=a>{{ x }}",
                "<p hidden>{{ x }}",
                "<p title=\"{{ x }}\">",
                "<p title = '{{ x }}'>",
                "<p title=\"a>{{ x }}\">",
                "<p\n  class=\"{{ x }}\"\n  title=\"{{ x }}\">",
                "<p{% if x %} class=\"{{ x }}\"{% else %} title='{{ x }}'{% endif %}>{{ x }}",
                "<p class=\"a{% for a in [x] %} {{ a }}{% endfor %}\">{{ x }}",
                "<a href=\"/search?q={{ x }}\">",
                "<body class=\"{% block look %}{{ x }}{% endblock %} {% include 'part' %}\">",
                "<script>alert('<p>')</script>{{ x }}",
                "<script>'</scrip>'</SCRIPT >{{ x }}",
                "<style>a{}</style>{{ x }}",
                "{% filter upper %}<p>{{ x }}</p>{% endfilter %}",
                "{% macro m(a) %}<p>{{ a }}</p>{% endmacro %}<p>{{ m(x) }}",
                "{% macro m(a) %}<p title=\"{{ a }}\">{% endmacro %}{{ m(x) }}",
                "{{ x | linebreaks }}{{ x | urlize }}",
                "{{ x | escape }}{{ x | upper }}{{ 'a' ~ x }}{{ x ? x : x }}",
                "{% set y = x %}{{ y }}",
                "{% include 'part' %}"
            })
    void escaping_is_enough_in_text_and_between_quotes(String template) {
        pages.with("part.html", "{{ x }}");

        var page = pages.text(template, "x", HOSTILE);

        assertThat(marks(page)).isEqualTo(marks(pages.text(template, "x", "harmless\nx")));
    }

    /** All that could be markup. */
    private static String marks(String page) {
        return page.replaceAll("[^<>\"']", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<script>let a = {{ x }}</script>; within a script",
                "<script>let a = \"{{ x }}\"</script>; within a script",
                "<script nonce='{{ x }}'>let a = `{{ x }}`</script>; within a script",
                "<SCRIPT>'</scripts>' {{ x }}</SCRIPT>; within a script",
                "<script>{{ x | upper }}</script>; within a script",
                "<script>{{ x | escape }}</script>; within a script",
                "<script>{{ true ? x : '' }}</script>; within a script",
                "{% if x %}<script>{% endif %}{{ x }}; within a script",
                "<script>{% for a in [x] %}{{ a }}{% endfor %}</script>; within a script",
                "{% macro m(a) %}<script>{{ a }}</script>{% endmacro %}{{ m(x) }}; within a script",
                "<script>{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x) }}</script>; within a script",
                "<script>{% include 'part' %}</script>; an include stands within a script",
                "<script>{% block a %}{% endblock %}</script>; a block stands within a script",
            })
    void in_a_script_nothing_is_printed(String template, String place) {
        refused(template, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<style>a { color: {{ x }} }</style>; within a style",
                "<style>a { color: {{ x | escapejs }} }</style>; within a style",
                "<p style=\"width: {{ x }}%\">; within a style",
                "<p onclick=\"f('{{ x }}')\">; within the script of an attribute",
                "<p OnClick = '{{ x }}'>; within the script of an attribute",
                "<iframe srcdoc=\"{{ x }}\">; as the source of a page",
                "<p title={{ x }}>; without quotes",
                "<p title=a{{ x }}>; without quotes",
                "<a href={{ x }}>; without quotes",
                "<p title= {{ x }}>; without quotes",
                "<p {{ x }}>; between the brackets of a tag",
                "<p class='a' {{ x }}='b'>; between the brackets of a tag",
                "<p data-{{ x }}='b'>; between the brackets of a tag",
                "<{{ x }}>; between the brackets of a tag",
                "</{{ x }}>; between the brackets of a tag",
                "<h{{ x }}>; between the brackets of a tag",
                "<p {{ true ? 'a' : x }}>; between the brackets of a tag",
                "<p {% include 'part' %}>; an include stands between the brackets of a tag",
                "<p{% block a %}{% endblock %}>; a block stands between the brackets of a tag",
                "<p title={% include 'part' %}>; an include stands as an attribute's value without quotes",
            })
    void where_escaping_is_not_enough_nothing_is_printed(String template, String place) {
        refused(template, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<a href='{{ x }}{{ x }}'>; right behind another value",
                "<a href='{{ x }} a {{ x }}'>; right behind another value",
                "<a href='{{ x }}{{ true ? x : x }}'>; right behind another value",
                "<a href='{% for a in [x] %}{{ a }}{% endfor %}'>; right behind another value",
                "<a href='{% if x %}{{ x }}{% endif %}{{ x }}'>; right behind another value",
                "<a href='{% if x %}/{% else %}{{ x }}{% endif %}{{ x }}'>; right behind another value",
                "<a href='{% if x %}java{% endif %}{{ x }}'>; right behind another value",
                "<a href='{{ x ? 'java' : 'a' }}{{ x }}'>; right behind another value",
                "<a href='{{ x }}:{{ x }}'>; in front of a URL's colon",
                "<a href='{{ x }}script:alert(1)'>; in front of a URL's colon",
                "<a href='{% if x %}{{ x }}{% endif %}://a.org'>; in front of a URL's colon",
                "<a href='JavaScript: f({{ x }})'>; within the script of an attribute",
                "<a href='java\tscript{{ ':' }}f({{ x }})'>; within the script of an attribute",
                "<a href='{% if x %}javascript:{% endif %}{{ x }}'>; within the script of an attribute",
                "<a href='{% include 'part' %}'>; an include stands at the beginning of a URL",
                "<a href='{% block a %}{% endblock %}'>; a block stands at the beginning of a URL",
            })
    void what_could_be_a_script_together_is_not_printed_in_one_url(String template, String place) {
        refused(template, place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<script>{% block b %}{{ x }}{% endblock %}</script>; a block stands within a script",
                "<script>{% include 'part' %}</script>; an include stands within a script",
                "<a href='{% include 'part' %}'>; an include stands at the beginning of a URL",
            })
    void a_block_of_another_template_is_looked_at_as_closely(String template, String place) {
        pages.with("base.html", "{% block a %}{% endblock %}");

        refused("{% extends 'base' %}{% block a %}" + template + "{% endblock %}", place);
    }

    private void refused(String template, String place) {
        pages.with("part.html", "{{ x }}").with("page.html", "{# one #}\n" + template);

        assertThatThrownBy(() -> pages.render("page", "x", HOSTILE))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("page.html:2: ")
                .hasMessageContaining(place);
        assertThat(Templates.of(pages.settings()).problems())
                .singleElement()
                .asString()
                .contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>let a = {{ x | raw }}</script>",
                "<script>let a = {{ x | safe }}</script>",
                "<p style='width: {{ x | raw }}%' {{ x | raw }}>",
                "{% autoescape false %}<script>{{ x }}</script>{% endautoescape %}",
                "<script>{{ 'literal' }}{{ url('x') }}'{{ csrf_token() }}'</script>",
                "<p {{ x ? 'hidden' : '' }}>"
            })
    void whoever_vouches_for_a_value_may_print_it_anywhere(String template) {
        pages.settings().function("url", call -> "/").function("csrf_token", call -> "t");

        assertThat(pages.text(template, "x", "1")).isNotEmpty();
    }

    @Test
    void within_quotes_of_a_script_there_is_an_escape() {
        assertThat(pages.text("<script>let a = '{{ x | escapejs }}'</script>", "x", HOSTILE))
                .isEqualTo("<script>let a = '"
                        + "\\u003C/script\\u003E\\u003C/title\\u003E\\u002D\\u002D\\u003E\\u003Cimg src\\u003Dx"
                        + " onerror\\u003Dalert(1)\\u003E\\u0027\\u0022\\u0060\\u005C${alert(1)}\\u000Ax'</script>");
    }

    @Test
    void blocks_of_another_template_are_looked_at_one_by_one() {
        pages.with("base.html", "<script>'</script>{% block a %}{% endblock %}<b>{% block b %}{% endblock %}")
                .with(
                        "page.html",
                        "{% extends 'base' %}{% block a %}<script>{% endblock %}"
                                + "{% block b %}{{ x }}</b>{% endblock %}");

        assertThat(pages.render("page", "x", "<")).contains("<b>&lt;</b>");
    }

    @Test
    void text_that_is_no_page_has_no_places() {
        pages.with("mail.txt", "<script>{{ x }} <{{ x }}>");

        assertThat(Templates.of(pages.settings()).render("mail.txt", Map.of("x", "a"), Pages.request()))
                .isEqualTo("<script>a <a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " \u0001javascript:alert(1)",
                "java\tscript:alert(1)",
                "java\r\nscript\n:alert(1)",
                "javascript://x%0aalert(1)",
                "vbscript:x"
            })
    void a_url_that_is_a_script_leads_nowhere(String url) {
        for (String attribute : List.of("a href", "iframe src", "form action", "button formaction", "use xlink:href")) {
            for (var value : List.of(url, new Markup(url))) {
                assertThat(pages.text("<" + attribute + "=\"{{ x }}\">", "x", value))
                        .isEqualTo("<" + attribute + "=\"about:invalid\">");
            }
        }
        assertThat(pages.text("<a href=' {{ x }}'><a href='{{ x | raw }}'>", "x", url))
                .isEqualTo("<a href=' about:invalid'><a href='" + url + "'>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "/{{ x }}{{ x }} @ /{}{}",
                "{{ x }}?a={{ x }} @ {}?a={}",
                "{{ x }}&amp;a={{ x }} @ {}&amp;a={}",
                "{{ x }}.{{ x }} @ {}.{}",
                "{{ x }}-1{{ x }} @ {}-1{}",
                "{{ x ? 'https' : 'http' }}://{{ x }} @ https://{}",
                "{% if x %}https{% else %}http{% endif %}://{{ x }} @ https://{}",
                "{% if x %}https://a.org/{% endif %}{{ x }} @ https://a.org/{}",
                "{% for a in [x, x] %}/{{ a }}{% endfor %}{{ x }} @ /{}/{}{}",
                "{{ url('x') }}{{ x }} @ /u{}",
                "{{ x ~ ':' ~ x }}/{{ x }} @ {}:{}/{}",
                "{{ x | raw }}{{ x }} @ {}{}",
                "mailto:{{ x }} @ mailto:{}",
                "{{ 'tel:' }}{{ x }} @ tel:{}",
            })
    void what_cannot_be_a_script_together_is_printed_as_it_is(String url, String printed) {
        pages.settings().function("url", call -> "/u");

        assertThat(pages.text("<a href=\"" + url + "\">", "x", "java"))
                .isEqualTo("<a href=\"" + printed.replace("{}", "java") + "\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java{{ x }}",
                "{{ 'java' }}{{ x }}",
                " jAvA{% if x %}{{ x }}{% endif %}",
                "{{ 'java' ~ x }}",
                "{% if not x %}/{% endif %}{{ 'java' ~ x }}",
                "{% for a in [] %}/{% endfor %}{{ 'java' ~ x }}",
                "{{ '' | raw }}{{ 'java' ~ x }}"
            })
    void the_rest_of_a_script_leads_nowhere(String url) {
        assertThat(pages.text("<a href=\"" + url + "\">", "x", "script:alert(1)"))
                .contains("about:invalid")
                .doesNotContain("alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.org/?q=javascript:1",
                "/javascript:x",
                "?javascript:",
                "#javascript:",
                "mailto:a@b.org",
                "tel:1",
                "data:image/png;base64,AA==",
                "javascripts:x",
                "javascript",
                ""
            })
    void any_other_url_is_as_it_was(String url) {
        assertThat(pages.text("<a title=\"x\" href=\"{{ x }}\">", "x", url))
                .isEqualTo("<a title=\"x\" href=\"" + url + "\">");
    }
}
