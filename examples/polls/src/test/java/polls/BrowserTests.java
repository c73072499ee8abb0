package polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nuages.message.Level;
import nuages.message.Message;
import nuages.message.Messages;
import nuages.testing.Client;
import nuages.testing.LiveServer;
import nuages.testing.WebTest;
import nuages.testing.browser.Browser;
import nuages.testing.browser.Browsing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages as visitors meet them. */
@WebTest(Site.class)
@ExtendWith(Browsing.class)
class BrowserTests {
    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void a_visitor_asks_is_told_what_is_wrong_and_votes(LiveServer server, Browser browser) {
        browser.go(server.url(PollUrls.ask.url()));
        assertThat(browser.barriers()).isEmpty();
        browser.type("#id_question", "Tea or coffee?");
        browser.type("#id_choices", "Tea");
        browser.click("button");

        browser.awaitText("Give 2 to 6 different choices");
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot(PICTURES.resolve("ask.png"));
        browser.type("#id_choices", "Tea\nCoffee");
        browser.click("button");

        browser.awaitText("Your question is open for votes.");
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot(PICTURES.resolve("detail.png"));
        browser.click(".choices label");
        browser.click("button");

        browser.awaitText("Thank you: your vote counts.");
        assertThat(browser.text()).contains("1 vote");
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot(PICTURES.resolve("results.png"));
        assertThat(browser.complaints()).noneMatch(it -> it.contains("Content Security Policy"));

        browser.go(browser.url());
        assertThat(browser.text()).doesNotContain("Thank you");
    }

    @Test
    void the_list_puts_no_barrier_before_anybody(LiveServer server, Browser browser) {
        for (int i = 1; i <= 30; i++) {
            int number = i;
            Question.objects.create(it -> it.text = "Question " + number + "?");
        }

        browser.go(server.url(PollUrls.index.url()));
        browser.screenshot(PICTURES.resolve("index.png"));

        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).noneMatch(it -> it.contains("Content Security Policy"));
    }

    @Test
    void nothing_is_cut_off_on_a_narrow_screen(LiveServer server, Browser browser) {
        var question = Question.objects.create(it -> it.text = "Is Donaudampfschifffahrtsgesellschaft one word?");
        for (var text : List.of("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter", "No")) {
            question.choices().create(it -> it.text = text);
        }
        browser.resize(360, 740);
        for (var url : List.of(
                PollUrls.index.url(),
                PollUrls.detail.url(question.id),
                PollUrls.results.url(question.id),
                PollUrls.ask.url())) {
            browser.go(server.url(url));
            assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(url)
                    .isEqualTo(true);
            assertThat(browser.barriers()).as(url).isEmpty();
        }
        browser.go(server.url(PollUrls.results.url(question.id)));
        browser.screenshot(PICTURES.resolve("narrow.png"));
        browser.resize(1280, 900);
    }

    @Test
    void what_visitors_write_is_shown_as_they_wrote_it(LiveServer server, Browser browser) {
        var hostile = "<img src=x onerror=document.title='taken'>\"'--></title>";
        browser.go(server.url(PollUrls.ask.url()));
        browser.type("#id_question", hostile);
        browser.type("#id_choices", hostile);
        browser.click("button");

        browser.awaitText("Give 2 to 6 different choices");
        assertThat(browser.script("return document.getElementById('id_choices').value"))
                .isEqualTo(hostile);
        browser.type("#id_choices", hostile + "\n<script>document.title = 'taken'</script>");
        browser.click("button");

        browser.awaitText("<script>document.title = 'taken'</script>");
        assertThat(browser.find("h1").getText()).isEqualTo(hostile);
        browser.click(".choices label");
        browser.click("button");

        browser.awaitText("Thank you: your vote counts.");
        assertThat(browser.text()).contains(hostile);
        browser.go(server.url(PollUrls.index.url()));
        assertThat(browser.text()).contains(hostile);
        assertThat(browser.script("return document.images.length")).isEqualTo(0L);
        assertThat(browser.complaints()).noneMatch(it -> it.contains("Content Security Policy"));
    }

    @Test
    void what_visitors_wrote_is_text_in_a_flashed_message_too(Client client, LiveServer server, Browser browser) {
        var hostile =
                "</li><img src=x onerror=document.title='taken'><script>document.title = 'taken'</script>\"'{{ 7 * 7"
                        + " }}";
        client.prepare(request -> {
            Messages.error(request, "You cannot ask “" + hostile + "” again.");
            Messages.add(
                    request,
                    Message.of(Level.INFO, hostile).tagged("\" onmouseover=\"document.title = 'taken'\" x=\""));
        });
        browser.go(server.url(PollUrls.index.url()));
        browser.script(
                "document.cookie = 'messages=' + arguments[0] + '; path=/'",
                client.cookie("messages").orElseThrow());

        browser.go(server.url(PollUrls.index.url()));

        assertThat(browser.find(".messages").getText()).contains("You cannot ask “" + hostile + "” again.");
        assertThat(browser.script("return document.querySelectorAll('.messages > li').length"))
                .isEqualTo(2L);
        assertThat(browser.script("return document.querySelectorAll('.messages *').length"))
                .isEqualTo(2L);
        assertThat(browser.script("return document.querySelectorAll('.messages [onmouseover]').length"))
                .isEqualTo(0L);
        assertThat(browser.script("return document.title")).isNotEqualTo("taken");
        assertThat(browser.complaints()).noneMatch(it -> it.contains("Content Security Policy"));
        browser.screenshot(PICTURES.resolve("flashed.png"));
    }
}
