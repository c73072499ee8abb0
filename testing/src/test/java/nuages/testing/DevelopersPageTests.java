package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nuages.testing.browser.Browser;
import nuages.testing.browser.Browsing;
import nuages.testing.polls.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What developers see of a view that fails. */
@WebTest(value = Site.class, settings = "NUAGES_DEBUG=true")
@ExtendWith(Browsing.class)
class DevelopersPageTests {
    @Test
    void it_puts_no_barrier_before_anybody(LiveServer server, Browser browser) {
        browser.go(server.url("/probes/broken/"));

        browser.screenshot(Path.of("target", "pictures", "error-in-development.png"));

        assertThat(browser.text()).contains("this view is broken");
        assertThat(browser.barriers()).isEmpty();
    }
}
