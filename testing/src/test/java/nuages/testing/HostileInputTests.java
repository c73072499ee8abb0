package nuages.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuages.testing.browser.Browser;
import nuages.testing.browser.Browsing;
import nuages.testing.polls.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptExecutor;

/**
 * What a browser makes of pages with hostile input in them: the same elements with the same attributes as of pages with
 * harmless input, so that nothing in it was markup, whatever a policy would have stopped afterwards.
 */
@WebTest(value = Site.class, settings = "NUAGES_DEBUG=true")
@ExtendWith(Browsing.class)
class HostileInputTests {
    private static final String HARMLESS = "harmless";

    private static final List<String> HOSTILE = List.of(
            "<script>window.taken = 1</script>",
            "\"><script>window.taken = 1</script>",
            "'><img src=x onerror=window.taken=1>",
            "x onfocus=window.taken=1 autofocus",
            "\" onmouseover=\"window.taken = 1\" x=\"",
            "--><svg onload=window.taken=1>",
            "</textarea></title></style></script><script>window.taken = 1</script>",
            "';window.taken = 1;//",
            "\\';window.taken = 1;//",
            "${window.taken = 1}`;window.taken = 1",
            "javascript:window.taken=1",
            "JaVaScRiPt:window.taken=1",
            "{{ 7 * 7 }}{% include 'pages/base' %}",
            "&lt;script&gt;window.taken=1&lt;/script&gt;");

    private static final String SHAPE = """
        const shape = page => [...page.querySelectorAll('*')]
            .map(each => each.tagName + '[' + [...each.attributes].map(it => it.name) + ']')
            .join(' ');
        """;

    /** In each place, as text again. */
    private static final String SHOWN = """
        const of = id => document.getElementById(id);
        return [of('text').textContent, of('quoted').title, of('quoted').className, of('area').value, of('input').value,
            window.string, window.json];
        """;

    /** Reads pages as the browser would, and does not go to them. */
    private static final String SHAPES = SHAPE + """
        const done = arguments[1];
        Promise.all(arguments[0].map(url => fetch(url).then(it => it.text())))
            .then(pages => pages.map(it => shape(new DOMParser().parseFromString(it, 'text/html'))))
            .then(done, failure => done([String(failure)]));
        """;

    @Test
    void in_no_place_of_a_template_it_is_markup(LiveServer server, Browser browser) {
        String shape = shape(browser, server.url("/pages/contexts/?x=" + HARMLESS));

        for (String hostile : HOSTILE) {
            assertThat(shape(browser, server.url("/pages/contexts/?x=" + encoded(hostile))))
                    .isEqualTo(shape);
            assertThat((List<?>) browser.script(SHOWN)).hasSize(7).allMatch(hostile::equals);
            inert(browser);
        }
    }

    @Test
    void a_url_that_is_a_script_is_not_run(LiveServer server, Browser browser) {
        String page = server.url("/pages/contexts/?x=" + encoded("javascript:window.taken=1"));
        browser.go(page);

        assertThat(text(browser, "document.getElementById('link').href")).isEqualTo("about:invalid");
        browser.click("#unseen");

        assertThat(text(browser, "window.taken")).isEqualTo("null");
        browser.await(it -> browser.complaints().stream().anyMatch(each -> each.contains("Content Security Policy")));
    }

    @Test
    void in_no_widget_that_shows_what_was_typed_it_is_markup(LiveServer server, Browser browser) {
        browser.go(server.url("/pages/form/?" + form(HOSTILE.getFirst())));
        assertThat(text(browser, "document.getElementById('id_text').value")).isEqualTo(HOSTILE.getFirst());
        assertThat(text(browser, "document.getElementById('id_area').value")).isEqualTo(HOSTILE.getFirst());
        inert(browser);

        assertThat(shapes(browser, value -> "/pages/form/?" + form(value)))
                .hasSize(1)
                .allMatch(it -> it.contains("aria-invalid"));
    }

    private static String form(String value) {
        return Stream.of("text", "area", "hidden", "number", "day", "meal", "radio", "boxes")
                .map(name -> name + "=" + encoded(value))
                .collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pages/failing/?x=", "/nowhere/?x=", "/nowhere/"})
    void on_the_page_for_developers_it_is_no_markup(String path, LiveServer server, Browser browser) {
        browser.go(server.url(path + encoded(HOSTILE.getFirst())));
        assertThat(browser.text()).contains(HOSTILE.getFirst());
        inert(browser);

        browser.go(server.url("/pages/form/"));
        assertThat(shapes(browser, value -> path + encoded(value))).hasSize(1);
    }

    /** Those of the pages with each input, for the page that is shown. */
    private static Set<String> shapes(Browser browser, UnaryOperator<String> path) {
        var urls =
                Stream.concat(Stream.of(HARMLESS), HOSTILE.stream()).map(path).toList();
        var shapes = ((JavascriptExecutor) browser.driver()).executeAsyncScript(SHAPES, urls);
        assertThat(shapes).asInstanceOf(LIST).hasSameSizeAs(urls);
        return ((List<?>) requireNonNull(shapes)).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static String shape(Browser browser, String url) {
        browser.go(url);
        return browser.script(SHAPE + "return shape(document);").toString();
    }

    private static String text(Browser browser, String expression) {
        return browser.script("return " + expression).toString();
    }

    private static void inert(Browser browser) {
        assertThat(text(browser, "window.taken")).isEqualTo("null");
        assertThat(browser.complaints()).noneMatch(each -> each.contains("Content Security Policy"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
