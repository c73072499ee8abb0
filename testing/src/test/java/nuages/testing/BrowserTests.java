package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nuages.testing.browser.Browser;
import nuages.testing.polls.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as people meet them: in a browser, that talks to a live server. */
@WebTest(Site.class)
class BrowserTests {
    private static final Path PICTURES = Path.of("target", "pictures");

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_form_is_filled_in_and_sent(LiveServer server) {
        browser.go(server.url("/probes/form/"));
        assertThat(browser.barriers()).isEmpty();

        browser.type("#name", "Zoë");
        browser.click("button");

        browser.awaitText("Hello, Zoë.");
        assertThat(browser.url()).isEqualTo(server.url("/probes/form/"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_script_that_came_in_with_a_page_is_not_run(LiveServer server) {
        browser.go(server.url("/probes/careless/?q=%3Cscript%3Edocument.title%3D'taken'%3C/script%3E"
                + "%3Cimg%20src=x%20onerror=%22document.title='taken'%22%3E"));

        browser.awaitText("You looked for");

        assertThat(browser.script("return document.title")).isEqualTo("Search");
        assertThat(browser.complaints()).anyMatch(it -> it.contains("Content Security Policy"));
    }

    @ParameterizedTest
    @CsvSource({"/nowhere/, 404", "/probes/broken/, 500", "/probes/refused/, 403", "/probes/wrong/, 400"})
    void error_pages_put_no_barrier_before_anybody(String path, String status, LiveServer server) {
        browser.go(server.url(path));

        browser.screenshot(PICTURES.resolve("error-" + status + ".png"));

        assertThat(browser.text()).contains(status);
        assertThat(browser.barriers()).isEmpty();
    }
}
