package nuages.web.template.pebble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.resource.Folder;
import nuages.web.template.Markup;
import nuages.web.template.TemplateException;
import nuages.web.template.Templates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PebbleTests {
    private final Pages pages;

    PebbleTests(@TempDir Path folder) {
        this.pages = Pages.in(folder);
    }

    /** As in a model: public fields, an accessor. */
    static class Question {
        public String text = "Tea?";
        public @Nullable String closed;
        public int votes = 3;
        public Optional<String> hint = Optional.empty();

        public boolean isOpen() {
            return true;
        }

        public List<String> choices() {
            return List.of("Tea", "Coffee");
        }

        public void forget() {
            text = "";
        }

        public String broken() {
            throw new IllegalStateException("nobody knows");
        }
    }

    record Row(String name, Ref<Question> question) {}

    record Ref<T>(long id, @Nullable T value) {
        public T get() {
            if (value == null) {
                throw new IllegalStateException("the question was not fetched");
            }
            return value;
        }
    }

    @Test
    void fields_accessors_components_and_maps_are_read_alike() {
        var text = pages.text(
                "{{ q.text }} {{ q.votes }} {{ q.open }} {{ q.isOpen }} {{ row.name }} {{ map.a }} {{ q.choices[1] }}"
                        + " {{ entry.key }} {{ q.choices.size }}",
                "q",
                new Question(),
                "row",
                new Row("first", new Ref<>(7, null)),
                "map",
                Map.of("a", 1),
                "entry",
                Map.entry("k", "v"));

        assertThat(text).isEqualTo("Tea? 3 true true first 1 Coffee k 2");
    }

    @Test
    void what_an_object_refers_to_is_asked_where_it_has_nothing_of_the_name_itself() {
        var row = new Row("first", new Ref<>(7, new Question()));

        assertThat(pages.text("{{ row.question.id }} {{ row.question.text }}", "row", row))
                .isEqualTo("7 Tea?");
    }

    @Test
    void a_reference_that_was_not_fetched_fails_with_its_own_words_and_the_line() {
        var row = new Row("first", new Ref<>(7, null));

        assertThatThrownBy(() -> pages.text("<p>\n{{ row.question.id }}\n{{ row.question.text }}\n</p>", "row", row))
                .isInstanceOf(TemplateException.class)
                .hasMessage("""
                    page.html:3: IllegalStateException: the question was not fetched
                       1 | <p>
                       2 | {{ row.question.id }}
                     > 3 | {{ row.question.text }}
                       4 | </p>\
                    """);
    }

    @Test
    void what_changes_an_object_is_not_called() {
        assertThatThrownBy(() -> pages.text("{{ q.forget }}", "q", new Question()))
                .hasMessageContaining("has no \"forget\" that a template can read");
        assertThatThrownBy(() -> pages.text("{{ q.class }}", "q", new Question()))
                .hasMessageContaining("has no \"class\"");
    }

    @Test
    void what_is_printed_is_escaped_unless_it_is_markup() {
        var text = pages.text(
                "{{ a }} <i title=\"{{ b }}\"> {{ c }} {{ d }} {{ e.c }}",
                "a",
                "<script>&",
                "b",
                "\" onload='x'",
                "c",
                new Markup("<b>yes</b>"),
                "d",
                Optional.of("<"),
                "e",
                Map.of("c", new Markup("<b>yes</b>")));

        assertThat(text)
                .isEqualTo("&lt;script&gt;&amp; <i title=\"&quot; onload=&#x27;x&#x27;\"> <b>yes</b> &lt; <b>yes</b>");
    }

    @Test
    void nothing_is_printed_for_nothing() {
        assertThat(pages.text("[{{ q.closed }}{{ q.hint }}{{ none }}]", "q", new Question(), "none", null))
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "0",
                "empty",
                "list",
                "map",
                "optional",
                "not yes",
                "q.closed",
                "no or list",
                "yes and list"
            })
    void what_is_nothing_zero_or_empty_is_false(String condition) {
        assertThat(branch(condition)).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "1", "text", "full", "q", "q.open", "not list", "no or q", "yes and full", "list is empty"
            })
    void anything_else_is_true(String condition) {
        assertThat(branch(condition)).isEqualTo("true");
    }

    private String branch(String condition) {
        return pages.text(
                "{% if " + condition + " %}true{% else %}false{% endif %}",
                "yes",
                true,
                "no",
                false,
                "empty",
                "",
                "text",
                "a",
                "list",
                new ArrayList<>(),
                "map",
                Map.of(),
                "optional",
                Optional.empty(),
                "full",
                List.of(1),
                "q",
                new Question());
    }

    @Test
    void a_template_extends_another_and_includes_parts() {
        pages.with("base.html", "<title>{% block title %}Site{% endblock %}</title>{% block body %}{% endblock %}")
                .with("polls/part.html", "({{ name }})")
                .with("polls/index.html", """
                    {% extends "base" %}
                    {% block title %}Polls - {{ parent() }}{% endblock %}
                    {% block body %}{% include "./part" with {"name": "<x>"} %}{% include "polls/part.html" %}{% endblock %}
                    """);

        assertThat(pages.render("polls/index", "name", "n").strip())
                .isEqualTo("<title>Polls - Site</title>(&lt;x&gt;)(n)");
    }

    @Test
    void one_block_is_rendered_by_itself() {
        pages.with("base.html", "<html>{% block body %}{% endblock %}</html>").with("list.html", """
            {% extends "base" %}
            {% block body %}<ul>{% block rows %}{% for row in rows %}<li>{{ row }}</li>{% endfor %}{% endblock %}</ul>{% endblock %}
            """);

        assertThat(pages.render("list#rows", "rows", List.of("a", "<"))).isEqualTo("<li>a</li><li>&lt;</li>");
        assertThat(pages.render("list", "rows", List.of("a")).strip()).isEqualTo("<html><ul><li>a</li></ul></html>");
        assertThatThrownBy(() -> pages.render("list#row", "rows", List.of()))
                .hasMessageStartingWith("list.html: it has no block \"row\": name one");
    }

    @Test
    void functions_and_filters_of_the_site_are_called_with_the_request() {
        pages.settings()
                .function(
                        "where",
                        call -> call.request().path()
                                + call.text(0)
                                + call.named().get("x"))
                .function("bold", call -> new Markup("<b>" + call.text(0) + "</b>"))
                .filter("twice", (value, call) -> String.valueOf(value).repeat(call.number(0, 2)));

        assertThat(pages.text("{{ where('<', x=1) }} {{ bold('b') }} {{ '<' | twice }} {{ 'ab' | twice(3) }}"))
                .isEqualTo("/polls/&lt;1 <b>b</b> &lt;&lt; ababab");
    }

    @Test
    void a_function_within_a_macro_has_the_request_too() {
        pages.settings().function("where", call -> call.request().path());

        assertThat(pages.text("{% macro m(a) %}{{ where() }}{{ a }}{% endmacro %}{{ m('<b>' ~ 1) }}"))
                .isEqualTo("/polls/&lt;b&gt;1");
    }

    @Test
    void an_answer_thrown_by_a_function_stays_that_answer() {
        pages.settings().function("gone", call -> {
            throw new NotFound("no such page");
        });

        assertThatThrownBy(() -> pages.text("{% if gone() %}{% endif %}")).isInstanceOf(NotFound.class);
    }

    @Test
    void the_first_folder_that_has_a_template_has_its_way(@TempDir Path second) {
        Pages.in(second).with("a.html", "second a").with("b.html", "second b");
        pages.with("a.html", "first a").settings().folder(Folder.of(second));

        assertThat(pages.render("a") + ", " + pages.render("b")).isEqualTo("first a, second b");
    }

    @Test
    void templates_are_read_once_or_each_time() {
        var once = Templates.of(pages.with("a.html", "old").settings());
        var each = Templates.of(pages.settings().reload(true));

        assertThat(once.render("a", Map.of(), null) + each.render("a", Map.of(), null))
                .isEqualTo("oldold");
        pages.with("a.html", "new");
        assertThat(once.render("a", Map.of(), null) + each.render("a", Map.of(), null))
                .isEqualTo("oldnew");
    }

    @Test
    void a_view_answers_with_a_template() throws Exception {
        var templates = Templates.of(
                pages.with("polls/index.html", "{{ request.path }} {{ n }}").settings());
        Request request = Pages.request().with(Templates.KEY, templates);

        var response = request.answeredBy(it -> Templates.html("polls/index", "n", 1));

        assertThat(response.headers().first("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(new String(((Response.Full) response).body(), StandardCharsets.UTF_8))
                .isEqualTo("/polls/ 1");
    }

    @Test
    void what_is_wrong_is_told_with_template_and_line() {
        pages.with("part.html", "\n{{ question.txt }}").with("page.html", "{% include \"part\" %}");

        assertThatThrownBy(() -> pages.render("page", "question", new Question()))
                .hasMessage("part.html:2: " + Question.class.getName()
                        + " has no \"txt\" that a template can read: give it a public field or an accessor of that"
                        + " name, or correct it\n"
                        + "   1 | \n"
                        + " > 2 | {{ question.txt }}");
        assertThatThrownBy(() -> pages.render("page", "other", 1))
                .hasMessageStartingWith(
                        "part.html:2: there is no \"question\" in the model, only [other, request]: give");
        assertThatThrownBy(() -> pages.render("page", "question", null))
                .hasMessageStartingWith("part.html:2: \"question\" is null, so nothing can be asked of it: put an if");
        assertThatThrownBy(() -> pages.text("{{ q.broken }}", "q", new Question()))
                .hasMessageStartingWith("page.html:1: IllegalStateException: nobody knows");
        assertThatThrownBy(() -> pages.text("a\n{% if q %}")).hasMessageStartingWith("page.html:2: ");
        assertThatThrownBy(() -> pages.text("{{ 1 + [] }}")).hasMessageStartingWith("page.html:1: ");
    }

    @Test
    void a_template_that_is_missing_is_told_with_where_it_was_looked_for() {
        assertThatThrownBy(() -> pages.render("polls/none"))
                .hasMessage("polls/none.html: there is no template \"polls/none.html\" in " + pages.folder()
                        + ": write it, or correct the name");
        assertThatThrownBy(() -> pages.render("../secret")).hasMessageContaining("there is no template");
    }

    @Test
    void a_template_that_includes_itself_is_no_end_of_the_server() {
        assertThatThrownBy(() -> pages.text("{% include 'page' %}"))
                .hasMessageStartingWith("page.html: it includes or extends itself, without end");
    }

    @Test
    void what_would_not_be_escaped_is_no_tag() {
        assertThatThrownBy(() -> pages.text("{% cache 'a' %}{{ x }}{% endcache %}", "x", "<"))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> pages.text("{% embed 'a' %}{% endembed %}")).isInstanceOf(TemplateException.class);
    }
}
