package nuages.web.template.pebble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nuages.web.http.Response;
import nuages.web.routing.Param;
import nuages.web.routing.Route0;
import nuages.web.routing.Route1;
import nuages.web.routing.RouteNames;
import nuages.web.routing.Routes;
import nuages.web.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be known of a template without rendering it. */
class ChecksTests {
    /** The routes of an app. */
    static final class PollUrls {
        static final Routes routes = Routes.at("/polls");
        static final Route0 index = routes.get("/", request -> Response.text(""));
        static final Route1<Long> detail = routes.get("/{id}/", Param.LONG, (request, id) -> Response.text(""));

        private PollUrls() {}
    }

    private final Pages pages;

    ChecksTests(@TempDir Path folder) {
        this.pages = Pages.in(folder);
        pages.settings().urls(RouteNames.of(Map.of("polls", PollUrls.routes), List.of()));
    }

    @Test
    void routes_are_called_by_name() {
        assertThat(pages.text("{{ url('polls.index') }} {{ url('polls.detail', q.id) }}", "q", Map.of("id", 7)))
                .isEqualTo("/polls/ /polls/7/");
        assertThat(pages.text("{{ url('polls.index', page=2, q='a&b', no=nothing) }}", "nothing", null))
                .isEqualTo("/polls/?page=2&amp;q=a%26b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ url('polls.details') }}; there is no route \"polls.details\", only [",
                "{% if 1 > 2 %}{{ [url('polls:index')] }}{% endif %}; there is no route \"polls:index\": did you mean",
                "{% set x = 'a' | nofilter %}; there is no filter \"nofilter\", only [",
                "{{ true ? nofunction(1) : 2 }}; there is no function or macro \"nofunction\", only [",
                "{% include 'none' %}; there is no template \"none.html\" in ",
                "{% extends '../../up' %}; there is no template \"../../up.html\" in ",
                "{% import 'none.html' %}; there is no template \"none.html\" in ",
                "{% for x in %}{% endfor %}; Unexpected",
            })
    void a_name_that_stands_for_nothing_is_found_before_anybody_asks_for_the_page(String text, String reason) {
        pages.with("polls/fine.html", "{{ anything.at_all | upper }}").with("polls/page.html", "\n" + text);

        var problems = Templates.of(pages.settings()).problems();

        assertThat(problems).singleElement().asString().startsWith("polls/page.html:2: " + reason);
    }

    @Test
    void macros_of_the_same_and_of_other_templates_are_no_problem() {
        pages.with("macros.html", "{% macro field(a) %}({{ a }}){% endmacro %}")
                .with("a.html", "{% import 'macros' %}{{ field(1) }}")
                .with("b.html", "{% from 'macros' import field as f %}{{ f(1) }}")
                .with("c.html", "{% macro m() %}{% endmacro %}{{ m() }}{{ max(1, 2) }}")
                .with("d.html", "{% import 'macros' as forms %}{{ forms.field(1) }}");

        assertThat(Templates.of(pages.settings()).problems()).isEmpty();
        assertThat(pages.render("a") + pages.render("b") + pages.render("d")).isEqualTo("(1)(1)(1)");
    }

    @Test
    void the_wrong_value_for_a_url_is_told_with_the_line() {
        assertThatThrownBy(() -> pages.text("{{ url('polls.detail', 'x') }}"))
                .hasMessageStartingWith("page.html:1: \"x\" cannot stand in a URL as a long");
    }
}
