package nuages.web.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nuages.web.http.BadRequest;
import nuages.web.http.Headers;
import nuages.web.http.HttpException;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.HttpException.Problem.Fault;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTests {
    private final HttpException refused = new HttpException(
            Problem.of(Status.UNPROCESSABLE_CONTENT, "<b>no</b>")
                    .withErrors(List.of(new Fault("/a", "must not be <blank>"))),
            null);

    private final Errors errors = Errors.forVisitors();

    @Test
    void a_visitor_reads_on_the_page_why_a_request_is_refused() {
        String page = body(errors.answer(request(Headers.none()), refused));

        assertThat(page)
                .contains("<h1>422 Unprocessable Content</h1>")
                .contains("<p>&lt;b&gt;no&lt;/b&gt;</p>")
                .contains("<li>/a: must not be &lt;blank&gt;</li>");
        assertThat(body(errors.answer(request(Headers.none()), new BadRequest("half of it is missing"))))
                .contains("<p>half of it is missing</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json",
        "Accept, application/problem+json",
        "Content-Type, application/json; charset=utf-8"
    })
    void a_program_reads_it_as_json(String header, String value) {
        Response response = errors.answer(request(Headers.of(header, value)), refused);

        assertThat(response.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(body(response))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                        + "\"detail\":\"<b>no</b>\",\"errors\":[{\"pointer\":\"/a\","
                        + "\"detail\":\"must not be <blank>\"}]}");
    }

    @Test
    void who_sends_json_and_asks_for_a_page_gets_one() {
        Request request = request(Headers.of("Content-Type", "application/json", "Accept", "text/html"));

        assertThat(errors.answer(request, refused).headers().first("Content-Type"))
                .contains("text/html; charset=utf-8");
    }

    @Test
    void what_is_for_the_log_is_not_told() {
        var failure = new HttpException(Status.CONFLICT, "the table has a secret", null);

        assertThat(body(errors.answer(request(Headers.none()), failure))).doesNotContain("secret");
        assertThat(body(errors.answer(request(Headers.of("Accept", "application/json")), failure)))
                .doesNotContain("secret");
    }

    private static Request request(Headers headers) {
        return Request.builder(Method.POST, "/").headers(headers).build();
    }

    private static String body(Response response) {
        return new String(((Response.Full) response).body(), UTF_8);
    }
}
