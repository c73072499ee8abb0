package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nuages.data.connection.Work;
import nuages.testing.browser.Browser;
import nuages.testing.browser.Browsing;
import nuages.testing.polls.Pages;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import nuages.web.event.EventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WindowType;

/** Pages as people meet them: in a browser, that talks to a live server. */
@WebTest(Site.class)
@ExtendWith(Browsing.class)
class BrowserTests {
    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void a_form_is_filled_in_and_sent(LiveServer server, Browser browser) {
        browser.go(server.url("/probes/form/"));
        assertThat(browser.barriers()).isEmpty();

        browser.type("#name", "Zoë");
        browser.click("button");

        browser.awaitText("Hello, Zoë.");
        assertThat(browser.url()).isEqualTo(server.url("/probes/form/"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_script_that_came_in_with_a_page_is_not_run(LiveServer server, Browser browser) {
        browser.go(server.url("/probes/careless/?q=%3Cscript%3Edocument.title%3D'taken'%3C/script%3E"
                + "%3Cimg%20src=x%20onerror=%22document.title='taken'%22%3E"));

        browser.awaitText("You looked for");

        assertThat(browser.script("return document.title")).isEqualTo("Search");
        assertThat(browser.complaints()).anyMatch(it -> it.contains("Content Security Policy"));
    }

    @Test
    void a_file_is_chosen_and_sent(@TempDir Path folder, LiveServer server, Browser browser) throws IOException {
        var chosen = Files.writeString(folder.resolve("Grüße & <b>.txt"), "tea\n".repeat(100_000));
        browser.go(server.url("/pages/upload/"));
        assertThat(browser.barriers()).isEmpty();

        browser.type("#id_file", chosen.toString());
        browser.click("button");

        browser.awaitText("Grüße & _b_.txt has 400000 bytes.");
        assertThat(browser.text()).contains("Its type is text/plain.").contains("It begins with tea.");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot(PICTURES.resolve("uploaded.png"));
    }

    @Test
    void a_form_without_its_file_says_so(LiveServer server, Browser browser) {
        browser.go(server.url("/pages/upload/"));
        browser.script("document.querySelector('form').noValidate = true");

        browser.click("button");

        browser.awaitText("No file was chosen.");
        assertThat(browser.barriers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_page_is_told_what_happens_until_it_is_left(boolean closed, LiveServer server, Browser browser) {
        var driver = browser.driver();
        String other = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        browser.go(server.url("/pages/live/"));
        browser.awaitText("0 questions");
        browser.script("window.stayed = true");

        for (String text : List.of("Tea?", "<b>Coffee?</b>")) {
            Question.objects.create(it -> it.text = text);
            Pages.NEWS.add(text);
            browser.awaitText("latest: " + text);
        }

        browser.awaitText("2 questions");
        assertThat(browser.script("return window.stayed")).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot(PICTURES.resolve("live.png"));
        assertThat(Pages.LISTENERS).hasValue(1);

        if (closed) {
            driver.close();
            driver.switchTo().window(other);
        } else {
            browser.go(server.url("/pages/upload/"));
        }
        long begin = System.nanoTime();

        browser.await(gone -> Pages.LISTENERS.get() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(EventStream.HEARTBEAT.minusSeconds(3));
        assertThat(Work.current().database().snapshot().leases())
                .noneMatch(lease -> lease.work().contains("/pages/news/"));
        browser.go(server.url("/pages/live/"));
        browser.awaitText("2 questions");
        if (!closed) {
            driver.close();
            driver.switchTo().window(other);
        }
    }

    @ParameterizedTest
    @CsvSource({"/nowhere/, 404", "/probes/broken/, 500", "/probes/refused/, 403", "/probes/wrong/, 400"})
    void error_pages_put_no_barrier_before_anybody(String path, String status, LiveServer server, Browser browser) {
        browser.go(server.url(path));

        browser.screenshot(PICTURES.resolve("error-" + status + ".png"));

        assertThat(browser.text()).contains(status);
        assertThat(browser.barriers()).isEmpty();
    }
}
