package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import nuages.web.http.Method;
import org.junit.jupiter.api.Test;

@WebTest(Site.class)
class ClientTests {
    record Answer(String name, List<Integer> numbers) {}

    @Test
    void parameters_and_headers_are_sent(Client client) {
        assertThat(client.get("/probes/echo/", Map.of("q", List.of("a b", "ü"))))
                .hasText("GET /probes/echo/?q=a+b&q=%C3%BC ");
        assertThat(client.secure().with("X-Test", "yes").get("/probes/echo/?a=1#top"))
                .hasText("GET /probes/echo/?a=1 secure yes");
        assertThat(client.get("http://localhost/probes/echo/")).isOk();
    }

    @Test
    void forms_are_sent_as_browsers_do(Client client) {
        var fields = new TreeMap<String, Object>();
        fields.put("a", "1 & 2");
        fields.put("b", Optional.empty());
        fields.put("c", List.of(1, 2));

        assertThat(client.post("/probes/echo/", fields))
                .hasText("application/x-www-form-urlencoded\na=1+%26+2&c=1&c=2");
        assertThat(client.post("/probes/echo/")).hasText("application/x-www-form-urlencoded\n");
    }

    @Test
    void files_are_sent_as_parts(Client client) {
        assertThat(client.post("/probes/echo/", Map.of("photo", TestFile.of("a \"b\".txt", "hello"))))
                .contains("multipart/form-data; boundary=")
                .contains("Content-Disposition: form-data; name=\"photo\"; filename=\"a %22b%22.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nhello\r\n--");
    }

    @Test
    void json_is_sent_and_read(Client client) {
        assertThat(client.postJson("/probes/echo/", Map.of("a", 1))).hasText("application/json\n{\"a\":1}");

        var reply = client.get("/probes/json/");

        assertThat(reply)
                .hasJson("/name", "tea")
                .hasJson("/numbers", List.of(1, 2))
                .hasJson("/numbers/1", 2);
        assertThat(reply.json(Answer.class).name()).isEqualTo("tea");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(reply).hasJson("/nam", "tea"))
                .withMessageContaining("GET /probes/json/ (200 OK)")
                .withMessageContaining("JSON with a value at /nam")
                .withMessageContaining("{\"name\":\"tea\"");
    }

    @Test
    void cookies_are_kept_until_they_are_taken_back(Client client) {
        assertThat(client.get("/probes/count/")).hasText("visit 1").setsCookie("visits");
        assertThat(client.get("/probes/count/")).hasText("visit 2");
        assertThat(client.another().get("/probes/count/")).hasText("visit 1");
        assertThat(client.cookie("visits")).contains("2");
        client.setCookie("visits", "3");
        assertThat(client.get("/probes/count/")).hasText("enough");
        assertThat(client.cookie("visits")).isEmpty();
    }

    @Test
    void redirects_are_followed_if_asked_for(Client client) {
        assertThat(client.get("/probes/twice/")).redirectsTo("/probes/once/");
        assertThat(client.following().get("/probes/twice/")).hasText("GET /probes/echo/?from=once ");
        assertThat(client.following()
                        .request(Method.POST, "/probes/again/")
                        .text("x")
                        .send())
                .hasText("text/plain; charset=utf-8\nx");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.following().get("/probes/round/"))
                .withMessageContaining("more than 20 redirects");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.following().get("/probes/elsewhere/"))
                .withMessageContaining("another site");
    }

    @Test
    void failures_of_the_site_are_thrown_unless_their_pages_are_wanted(Client client) {
        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(() -> client.get("/probes/broken/"))
                .withMessage("GET /probes/broken/ failed: java.lang.IllegalStateException: this view is broken")
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(client.withErrorPages().get("/probes/broken/")).hasStatus(500);
        assertThat(client.get("/nowhere/")).isNotFound();
        assertThat(client.delete("/probes/echo/")).hasStatus(405);
        assertThat(client.get("/%zz")).hasStatus(400);
    }

    @Test
    void a_stream_is_read_within_the_work_of_its_request(Client client) {
        Question.objects.create(it -> it.text = "Tea?");

        assertThat(client.get("/probes/stream/")).hasText("Tea?");
    }

    @Test
    void forms_are_checked_if_asked_for(Client client) {
        var checked = client.enforcingCsrf();

        assertThat(client.post("/probes/form/", Map.of("name", "Zoë"))).isOk();
        assertThat(checked.post("/probes/form/", Map.of("name", "Zoë"))).isForbidden();

        var token = checked.get("/probes/form/").csrfToken();

        assertThat(checked.post("/probes/form/", Map.of("name", "Zoë", "csrfmiddlewaretoken", token)))
                .contains("Hello, Zoë.");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.get("/probes/echo/").csrfToken())
                .withMessageContaining("has no form with a field csrfmiddlewaretoken");
    }

    @Test
    void a_stream_that_does_not_end_is_read_and_left(Client client) throws IOException {
        Question.objects.create(it -> it.text = "Tea?");

        var third = client.stream("/probes/ticks/", lines -> {
            lines.readLine();
            lines.readLine();
            return lines.readLine();
        });

        assertThat(third).isEqualTo("tick 3 of 1");
    }

    @Test
    void a_stream_that_breaks_fails_the_test(Client client) {
        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(() -> client.stream(
                        "/probes/breaking/", lines -> lines.lines().toList()))
                .withMessageContaining("the stream is broken");
    }

    @Test
    void of_a_head_only_the_head_is_sent(Client client) {
        assertThat(client.head("/probes/echo/")).isOk().hasText("").hasHeader("Content-Length", "20");
    }
}
