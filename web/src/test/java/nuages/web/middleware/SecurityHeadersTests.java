package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Method;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;

class SecurityHeadersTests {
    private static final Key<String> TRACE = Key.of("trace");

    private final Request request = Request.builder(Method.GET, "/").build();

    @Test
    void every_answer_gets_them() throws Exception {
        Response response =
                SecurityHeaders.usual().around(r -> Response.text("")).handle(request);

        assertThat(response.headers().first("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().first("Referrer-Policy")).contains("same-origin");
        assertThat(response.headers().first("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().first("Cross-Origin-Opener-Policy")).contains("same-origin");
    }

    @Test
    void a_view_and_a_site_have_their_way() throws Exception {
        Response response = SecurityHeaders.usual()
                .with("Referrer-Policy", "no-referrer")
                .around(r -> Response.text("").with("x-frame-options", "SAMEORIGIN"))
                .handle(request);

        assertThat(response.headers().all("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(response.headers().all("Referrer-Policy")).containsExactly("no-referrer");
    }

    @Test
    void browsers_are_told_to_stay_with_tls_only_over_tls() throws Exception {
        var strict = SecurityHeaders.usual()
                .strictTransport(Duration.ofDays(365), true, true)
                .with("X-More", "1");
        Request secure = Request.builder(Method.GET, "/").secure(true).build();

        assertThat(strict.handle(secure, view -> Response.text("")).headers().first("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains; preload");
        var plain = strict.handle(request, view -> Response.text("")).headers();
        assertThat(plain.has("Strict-Transport-Security")).isFalse();
        assertThat(plain.first("X-More")).contains("1");
    }

    @Test
    void the_first_of_a_stack_is_outermost() throws Exception {
        Handler stack = Middleware.stack(
                List.of(tracing("a"), tracing("b")), r -> Response.text("").with("X-Trace", trace(r)));

        assertThat(stack.handle(request).headers().first("X-Trace")).contains("abba");
    }

    private static Middleware tracing(String name) {
        return (request, next) -> {
            Response response = next.handle(request.with(TRACE, trace(request) + name));
            return response.with("X-Trace", response.headers().first("X-Trace").orElse("") + name);
        };
    }

    private static String trace(Request request) {
        return request.attribute(TRACE).orElse("");
    }
}
