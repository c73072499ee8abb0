package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;

class HttpsRedirectTests {
    private static final Response DONE = Response.text("done");

    private final HttpsRedirect redirect = HttpsRedirect.usual();

    private static Request.Builder to(Method method, String target) {
        return Request.to(method, target).headers(Headers.of("Host", "example.org:8000"));
    }

    @Test
    void who_comes_without_tls_is_sent_to_the_same_place_with_it() throws Exception {
        Response response =
                redirect.handle(to(Method.GET, "/caf%C3%A9%20%3F/?q=%20&r=1").build(), view -> DONE);

        assertThat(response.status()).isEqualTo(Status.MOVED_PERMANENTLY);
        assertThat(response.headers().first("Location")).contains("https://example.org/caf%C3%A9%20%3F/?q=%20&r=1");
    }

    @Test
    void what_changes_something_keeps_its_method() throws Exception {
        Response response = redirect.handle(to(Method.POST, "/").build(), view -> DONE);

        assertThat(response.status()).isEqualTo(Status.PERMANENT_REDIRECT);
    }

    @Test
    void who_has_tls_stays() throws Exception {
        assertThat(redirect.handle(to(Method.GET, "/").secure(true).build(), view -> DONE))
                .isSameAs(DONE);
    }

    @Test
    void a_site_may_have_one_host_and_exceptions() throws Exception {
        var own = redirect.to("www.example.org:8443").except("/ping").except("/.well-known/");

        assertThat(own.handle(to(Method.GET, "//evil.org").build(), view -> DONE)
                        .headers()
                        .first("Location"))
                .contains("https://www.example.org:8443//evil.org");
        assertThat(own.handle(to(Method.GET, "/ping").build(), view -> DONE)).isSameAs(DONE);
        assertThat(own.handle(to(Method.GET, "/.well-known/a").build(), view -> DONE))
                .isSameAs(DONE);
        assertThat(own.handle(to(Method.GET, "/ping/").build(), view -> DONE)).isNotSameAs(DONE);
        assertThat(own.handle(to(Method.OPTIONS, "*").build(), view -> DONE)).isSameAs(DONE);
    }
}
