package nuages.web.template.pebble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.template.TemplateException;
import nuages.web.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFunctionTests {
    private final Pages pages;

    QueryFunctionTests(@TempDir Path folder) {
        this.pages = Pages.in(folder);
    }

    private String text(String query, String template, Map<String, ?> model) {
        pages.with("page.html", template);
        var request = Request.to(Method.GET, "/polls/" + query).build();
        return Templates.of(pages.settings()).render("page", model, request);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                   | page = 2         | ?page=2
        ?page=1              | page = 2         | ?page=2
        ?q=tea&page=1&o=a    | page = 2         | ?q=tea&amp;page=2&amp;o=a
        ?page=1&page=9&q=tea | page = 2         | ?page=2&amp;q=tea
        ?q=tea&page=1        | page = null      | ?q=tea
        ?page=1              | page = null      | ?
        ``                   | ``               | ?
        ?t=a&t=b             | page = 2         | ?t=a&amp;t=b&amp;page=2
        ?t=a                 | t = ['x', 'y']   | ?t=x&amp;t=y
        ?t=a                 | t = []           | ?
        ?q=%C3%A9%26+%3Cb%3E | page = 2         | ?q=%C3%A9%26%20%3Cb%3E&amp;page=2
        ``                   | q = 'a&b="<é'    | ?q=a%26b%3D%22%3C%C3%A9
        ?q=                  | a = true         | ?q=&amp;a=true
        ?x                   | page = 2         | ?x=&amp;page=2
        """)
    void the_query_of_the_page_with_changes(String query, String arguments, String expected) {
        assertThat(text(query, "<a href=\"{{ querystring(" + arguments + ") }}\">", Map.of()))
                .isEqualTo("<a href=\"" + expected + "\">");
    }

    @Test
    void values_may_come_from_the_model() {
        assertThat(text(
                        "?page=1",
                        "{{ querystring(tag = tags, page = after) }}",
                        Map.of("tags", new int[] {1, 2}, "after", 7)))
                .isEqualTo("?page=7&amp;tag=1&amp;tag=2");
        assertThat(text("?page=1", "{{ querystring(tag = tags) }}", Map.of("tags", List.of("a b"))))
                .isEqualTo("?page=1&amp;tag=a%20b");
    }

    @Test
    void it_may_stand_behind_a_url_and_without_quotes() {
        assertThat(text("?q=1", "<a href=/polls/{{ querystring(page = 2) }}>", Map.of()))
                .isEqualTo("<a href=/polls/?q=1&amp;page=2>");
    }

    @Test
    void a_value_without_a_name_is_an_error_that_says_so() {
        assertThatThrownBy(() -> text("", "{{ querystring('page') }}", Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(
                        "querystring takes values by their names, as in querystring(page = 2, order = null)");
    }
}
