package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import nuages.testing.polls.Site;
import nuages.web.form.Invalid;
import nuages.web.middleware.Csrf;
import org.junit.jupiter.api.Test;

/** What a reply knows of the templates it was made of, and what a test does in the place of a view. */
@WebTest(Site.class)
class RepliesOfTemplatesTests {
    @Test
    void the_templates_are_known_and_what_they_were_given(Client client) {
        var reply = client.post("/probes/name/", Map.of("name", "Maximilian"));

        assertThat(reply).hasStatus(422).usesTemplate("pages/name");
        assertThat(reply.model("form", Invalid.class).field("name").value()).isEqualTo("Maximilian");
        assertThat(client.get("/probes/name/fields/")).usesTemplate("pages/name#fields");
        assertThat(client.get("/nowhere/")).isNotFound().usesTemplate("404");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(reply).usesTemplate("pages/town"))
                .withMessageContaining("the template pages/town, not [pages/name.html");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> reply.model("fort", Invalid.class))
                .withMessageContaining("no template with a Invalid called \"fort\": there were [pages/name.html with");
    }

    @Test
    void a_form_says_what_is_wrong_field_by_field(Client client) {
        var reply = client.post("/probes/name/", Map.of("name", "Maximilian", "town", "Ulm"));

        assertThat(reply).hasFormErrors("town").hasFormErrors("").hasFormErrors("name", "size must be between 0 and 5");
        assertThat(client.get("/probes/name/")).hasFormErrors("name");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(reply).hasFormErrors("name"))
                .withMessageContaining("a form with [] at \"name\", not {name=[");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(client.get("/probes/echo/")).hasFormErrors("name"))
                .withMessageContaining("a template with a form, not []");
    }

    @Test
    void uploads_are_read_as_a_server_would_read_them(Client client) {
        var reply = client.post(
                "/probes/upload/",
                Map.of(
                        "title",
                        "Ulm — \r\n",
                        "photo",
                        List.of(
                                TestFile.of("../a b.txt", "hello"),
                                new TestFile("ü.bin", "application/octet-stream", new byte[200_000]))));

        assertThat(reply).hasText("Ulm — \r\n; a b.txt, text/plain, 5; ü.bin, application/octet-stream, 200000");
    }

    @Test
    void a_test_looks_at_what_a_visitor_carries_and_changes_it(Client client) {
        var token = client.look(Csrf::token);

        assertThat(client.enforcingCsrf()
                        .post("/probes/name/", Map.of("csrfmiddlewaretoken", token, "name", "Max", "town", "Ulm")))
                .hasText("Max of Ulm");
        client.prepare(request -> Csrf.rotate(request));
        assertThat(client.enforcingCsrf().post("/probes/name/", Map.of("csrfmiddlewaretoken", token)))
                .isForbidden();
    }

    @Test
    void what_a_test_does_there_fails_as_it_fails(Client client) {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> client.prepare(_ -> {
                    throw new InterruptedException("by the test");
                }))
                .withMessage("by the test");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> client.with("Host", "b a d").look(request -> request.path()))
                .withMessageContaining("was answered before a view would have been asked");
    }
}
