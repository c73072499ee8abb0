package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;

class ConditionalGetTests {
    private final Handler view = request -> Response.text("page")
            .with("ETag", "\"v7\"")
            .with("Vary", "Cookie")
            .with("Set-Cookie", "a=b")
            .with("Content-Language", "en")
            .with("Cache-Control", "private");

    private static Request request(Method method, String... headers) {
        return Request.builder(method, "/").headers(Headers.of(headers)).build();
    }

    @Test
    void a_client_that_has_the_page_gets_no_body_and_the_headers_that_matter() throws Exception {
        var response =
                (Response.Full) ConditionalGet.usual().handle(request(Method.GET, "If-None-Match", "\"v7\""), view);

        assertThat(response.status()).isEqualTo(Status.NOT_MODIFIED);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().toString())
                .isEqualTo("[ETag, \"v7\", Vary, Cookie, Set-Cookie, a=b, Cache-Control, private]");
    }

    @Test
    void everybody_else_gets_the_page() throws Exception {
        var usual = ConditionalGet.usual();

        assertThat(usual.handle(request(Method.GET), view).status()).isEqualTo(Status.OK);
        assertThat(usual.handle(request(Method.GET, "If-None-Match", "\"v6\""), view)
                        .status())
                .isEqualTo(Status.OK);
        assertThat(usual.handle(request(Method.POST, "If-None-Match", "\"v7\""), view)
                        .status())
                .isEqualTo(Status.OK);
        Handler missing = request -> view.handle(request).with(Status.NOT_FOUND);
        assertThat(usual.handle(request(Method.GET, "If-None-Match", "\"v7\""), missing)
                        .status())
                .isEqualTo(Status.NOT_FOUND);
        assertThat(usual.handle(request(Method.GET), it -> Response.text(""))
                        .headers()
                        .has("ETag"))
                .isFalse();
    }

    @Test
    void a_tag_may_be_made_of_the_body() throws Exception {
        var hashing = ConditionalGet.hashing();

        String tag = hashing.handle(request(Method.GET), it -> Response.text("page"))
                .headers()
                .first("ETag")
                .orElseThrow();

        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(hashing.handle(request(Method.GET, "If-None-Match", tag), it -> Response.text("page"))
                        .status())
                .isEqualTo(Status.NOT_MODIFIED);
        assertThat(hashing.handle(request(Method.GET, "If-None-Match", tag), it -> Response.text("other"))
                        .status())
                .isEqualTo(Status.OK);
        assertThat(hashing.handle(request(Method.GET), view).headers().all("ETag"))
                .containsExactly("\"v7\"");
        Handler secret = it -> Response.text("page").with("Cache-Control", "no-store");
        assertThat(hashing.handle(request(Method.GET), secret).headers().has("ETag"))
                .isFalse();
    }
}
