package nuages.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.HttpException.Problem.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemsTests {
    enum Taste {
        SWEET,
        BITTER
    }

    record Choice(
            @NotBlank @Size(max = 5) String text, @Positive int votes) {}

    record Poll(
            @Nullable String text,
            int places,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable Taste taste,
            Optional<String> note,
            @Nullable @Size(min = 1) List<@Valid Choice> choices,
            @Nullable Map<String, @Valid Choice> named,
            @Nullable Range range) {}

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("must not end before it begins");
            }
        }
    }

    record Reply(@NotNull String text) {}

    @Test
    void json_becomes_a_record_and_back() {
        String json = "{\"text\":\"a\",\"places\":2,\"day\":\"2026-11-22\",\"at\":\"2026-11-22T07:30:00Z\","
                + "\"taste\":\"BITTER\",\"note\":\"n\",\"choices\":[{\"text\":\"tea\",\"votes\":1}],\"named\":{},"
                + "\"range\":{\"from\":1,\"to\":2}}";

        Poll poll = post(json).json(Poll.class);

        assertThat(poll.note()).contains("n");
        assertThat(poll.taste()).isEqualTo(Taste.BITTER);
        assertThat(new String(((Response.Full) Response.json(poll)).body(), UTF_8))
                .isEqualTo(json);
    }

    @Test
    void what_is_missing_is_null_zero_or_none_and_what_is_unknown_is_passed_over() {
        assertThat(post("{\"places\": \"2\"}").json(Poll.class).places()).isEqualTo(2);
        Poll poll = post("{\"unknown\": {\"deep\": []}}").json(Poll.class);

        assertThat(poll).isEqualTo(new Poll(null, 0, null, null, null, Optional.empty(), null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"places": "many"}                        | /places         | must be a whole number
        {"places": null}                          | /places         | must be a whole number
        {"places": 99999999999}                   | /places         | must be a whole number in its range
        {"places": [1]}                           | /places         | must be a whole number
        {"day": "tomorrow"}                       | /day            | must be a date such as 2026-11-22
        {"at": "noon"}                            | /at             | must be a moment such as 2026-11-22T07:30:00Z
        {"taste": "SOUR"}                         | /taste          | must be one of SWEET, BITTER
        {"text": {}}                              | /text           | must be a text
        {"choices": {"text": "a"}}                | /choices        | must be a list
        {"choices": [{"text": "a"}, 7]}           | /choices/1      | must be an object
        {"named": {"a/b": {"votes": true}}}       | /named/a~1b/votes | must be a whole number
        {"range": {"from": 2, "to": 1}}           | /range          | must not end before it begins
        []                                        | ``              | must be an object
        null                                      | ``              | must be an object
        """)
    void a_value_of_the_wrong_kind_is_named(String json, String pointer, String detail) {
        Problem problem = refused(json, Poll.class);

        assertThat(problem.status()).isEqualTo(Status.BAD_REQUEST);
        assertThat(problem.detail()).isEqualTo("the JSON is not what is expected here");
        assertThat(problem.errors()).containsExactly(new Fault(pointer, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"text": tea}   | the body is not JSON, line 1, column 10: Unrecognized token 'tea'
        {"text"         | the body is not JSON, line 1, column
        {} {}           | the JSON is not what is expected here
        """)
    void json_that_is_none_is_told_with_its_place(String json, String start) {
        Problem problem = refused(json, Poll.class);

        assertThat(problem.status()).isEqualTo(Status.BAD_REQUEST);
        assertThat(problem.detail()).startsWith(start).doesNotContain("nuages", "jackson");
    }

    @Test
    void an_empty_body_is_told_of() {
        assertThat(refused("", Poll.class).status()).isEqualTo(Status.BAD_REQUEST);
    }

    @Test
    void values_that_constraints_forbid_are_all_named() {
        Problem problem = refused(
                "{\"choices\": [{\"text\": \"coffee\", \"votes\": 1}, {\"text\": \" \", \"votes\": -1}],"
                        + " \"named\": {\"a/b\": {\"text\": \"a\", \"votes\": 0}}}",
                Poll.class);

        assertThat(problem.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
        assertThat(problem.errors())
                .containsExactly(
                        new Fault("/choices/0/text", "size must be between 0 and 5"),
                        new Fault("/choices/1/text", "must not be blank"),
                        new Fault("/choices/1/votes", "must be greater than 0"),
                        new Fault("/named/a~1b/votes", "must be greater than 0"));
        assertThat(refused("[{\"text\": \"a\"}, {}]", Reply[].class).errors())
                .containsExactly(new Fault("/1/text", "must not be null"));
    }

    @Test
    void a_problem_has_the_shape_of_rfc_9457() {
        Response response = Problem.of(Status.CONFLICT, "the poll is closed")
                .withType(URI.create("https://example.org/problems/closed"), "Closed")
                .withErrors(List.of(new Fault("/choice", "cannot be chosen any more")))
                .with("closed", "2026-11-22")
                .response();

        assertThat(response.status()).isEqualTo(Status.CONFLICT);
        assertThat(response.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(new String(((Response.Full) response).body(), UTF_8))
                .isEqualTo("{\"type\":\"https://example.org/problems/closed\",\"title\":\"Closed\",\"status\":409,"
                        + "\"detail\":\"the poll is closed\",\"errors\":[{\"pointer\":\"/choice\","
                        + "\"detail\":\"cannot be chosen any more\"}],\"closed\":\"2026-11-22\"}");
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(Status.OK, "fine"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.of(Status.CONFLICT, "").with("status", 1));
    }

    private static Problem refused(String json, Class<?> type) {
        HttpException refused =
                catchThrowableOfType(HttpException.class, () -> post(json).json(type));
        assertThat(refused).isNotNull();
        return refused.problem().orElseThrow();
    }

    private static Request post(String json) {
        return Request.builder(Method.POST, "/")
                .headers(Headers.of("Content-Type", "application/json"))
                .body(() -> new ByteArrayInputStream(json.getBytes(UTF_8)))
                .build();
    }
}
