package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class RequestIdTests {
    private final RequestId ids = RequestId.usual();

    private static Request sent(String id) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of(RequestId.HEADER, id))
                .build();
    }

    @Test
    void an_id_that_was_sent_is_in_the_log_in_the_request_and_in_the_answer() throws Exception {
        Response response = ids.handle(
                sent("a-1_b.C"),
                request -> Response.text(MDC.get(RequestId.MDC_NAME))
                        .with("X-View", RequestId.of(request).orElse("")));

        assertThat(response.headers().first(RequestId.HEADER)).contains("a-1_b.C");
        assertThat(response.headers().first("X-View")).contains("a-1_b.C");
        assertThat(((Response.Full) response).body()).asString().isEqualTo("a-1_b.C");
        assertThat(MDC.get(RequestId.MDC_NAME)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "ä", "${jndi:x}", "a\"b"})
    void what_could_confuse_a_log_is_replaced(String id) throws Exception {
        Response response = ids.handle(sent(id), request -> Response.text(""));

        assertThat(response.headers().first(RequestId.HEADER).orElse("")).matches("[0-9a-f]{32}");
    }

    @Test
    void each_request_has_an_id_of_its_own() throws Exception {
        Request plain = Request.builder(Method.GET, "/").build();
        Request longest = sent("x".repeat(128));

        assertThat(ids.handle(plain, it -> Response.text("")).headers().first(RequestId.HEADER))
                .isNotEqualTo(
                        ids.handle(plain, it -> Response.text("")).headers().first(RequestId.HEADER));
        assertThat(ids.handle(longest, it -> Response.text("")).headers().first(RequestId.HEADER))
                .contains("x".repeat(128));
        assertThat(ids.handle(sent("x".repeat(129)), it -> Response.text(""))
                        .headers()
                        .first(RequestId.HEADER)
                        .orElse(""))
                .hasSize(32);
    }

    @Test
    void the_log_forgets_it_when_a_view_fails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ids.handle(sent("a"), request -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(MDC.get(RequestId.MDC_NAME)).isNull();
    }
}
