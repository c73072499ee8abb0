package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTests {
    private static final Instant NOVEMBER = Instant.parse("1994-11-06T08:49:37.5Z");
    private static final String ON_TIME = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";

    private final Validators version = Validators.tag("v7").withModified(NOVEMBER);

    private int status(Validators validators, Method method, String... headers) throws Exception {
        Request request =
                Request.builder(method, "/").headers(Headers.of(headers)).build();
        return validators
                .answer(request, view -> Response.text("page"))
                .status()
                .code();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        "v7",            304
        W/"v7",          304
        "v6"; "v7",      304
        *,               304
        "a;b"; "v7",     304
        "v6",            200
        v7,              200
        "v7;",           200
        ``,              200
        """)
    void a_client_that_has_a_version_is_told_so(String sent, int status) throws Exception {
        assertThat(status(version, Method.GET, "If-None-Match", sent.replace(';', ',')))
                .isEqualTo(status);
    }

    @Test
    void the_time_counts_if_no_tag_was_sent() throws Exception {
        assertThat(status(version, Method.GET, "If-Modified-Since", ON_TIME)).isEqualTo(304);
        assertThat(status(version, Method.HEAD, "If-Modified-Since", ON_TIME)).isEqualTo(304);
        assertThat(status(version, Method.GET, "If-Modified-Since", BEFORE)).isEqualTo(200);
        assertThat(status(version, Method.GET, "If-Modified-Since", ON_TIME, "If-None-Match", "\"v6\""))
                .isEqualTo(200);
        assertThat(status(version, Method.POST, "If-Modified-Since", ON_TIME)).isEqualTo(200);
        assertThat(status(Validators.tag("v7"), Method.GET, "If-Modified-Since", ON_TIME))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "784111777", "Sun, 06 Nov 1994", "Sun, 99 Nov 1994 08:49:37 GMT"})
    void a_time_that_makes_no_sense_is_passed_over(String time) throws Exception {
        assertThat(status(version, Method.GET, "If-Modified-Since", time)).isEqualTo(200);
        assertThat(status(version, Method.PUT, "If-Unmodified-Since", time)).isEqualTo(200);
    }

    @Test
    void what_changes_another_version_is_412() throws Exception {
        assertThat(status(version, Method.PUT, "If-Match", "\"v7\"")).isEqualTo(200);
        assertThat(status(version, Method.PUT, "If-Match", "*")).isEqualTo(200);
        assertThat(status(version, Method.PUT, "If-Match", "\"v6\"")).isEqualTo(412);
        assertThat(status(version, Method.PUT, "If-Match", "W/\"v7\"")).isEqualTo(412);
        assertThat(status(Validators.weakTag("v7"), Method.PUT, "If-Match", "W/\"v7\""))
                .isEqualTo(412);
        assertThat(status(version, Method.PUT, "If-Unmodified-Since", ON_TIME)).isEqualTo(200);
        assertThat(status(version, Method.PUT, "If-Unmodified-Since", BEFORE)).isEqualTo(412);
        assertThat(status(version, Method.PUT, "If-None-Match", "*")).isEqualTo(412);
        assertThat(status(Validators.modified(NOVEMBER), Method.PUT, "If-Match", "*"))
                .isEqualTo(200);
    }

    @Test
    void an_answer_tells_its_version_with_two_digits_for_the_day() throws Exception {
        var headers = version.answer(Request.builder(Method.GET, "/").build(), view -> Response.text("page"))
                .headers();

        assertThat(headers.first("ETag")).contains("\"v7\"");
        assertThat(headers.first("Last-Modified")).contains(ON_TIME);
        assertThat(Validators.weakTag("v").on(Response.text("")).headers().first("ETag"))
                .contains("W/\"v\"");
    }

    @Test
    void a_tag_that_cannot_stand_in_a_header_is_refused() {
        for (String tag : List.of("a\"b", "a b", "a\r\nb", "€")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Validators.tag(tag));
        }
    }
}
