package nuages.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTests {
    private static final Request PLAIN = request(false);
    private static final Request SECURE = request(true);

    private static Request request(boolean secure) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of("Host", "Example.org"))
                .secure(secure)
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                " /polls/7/ ",
                "/polls/?next=http://evil.org",
                "/a:b",
                "?page=2",
                "#top",
                "edit/",
                "../edit/",
                "//example.org/a",
                "https://example.org",
                "HTTPS://EXAMPLE.ORG/a?b#c",
                "/café"
            })
    void a_place_of_this_site_is_safe(String place) {
        assertThat(Redirects.isSafe(place, PLAIN)).isTrue();
        assertThat(Redirects.isSafe(place, SECURE)).isTrue();
        assertThat(Redirects.safe(place, SECURE, "/home/")).isEqualTo(place.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "//evil.org",
                "///evil.org",
                "/\\evil.org",
                "\\\\evil.org",
                "/\t/evil.org",
                "/\r\n/evil.org",
                "\u0000//evil.org",
                "\u001f//evil.org",
                "http://evil.org",
                "https:evil.org",
                "https:/evil.org",
                "https:///evil.org",
                "https:\\\\evil.org",
                "https://example.org@evil.org",
                "https://example.org:443@evil.org/",
                "https://evil.org?@example.org",
                "https://evil.org#example.org",
                "https://example.org.evil.org",
                "https://example.org\u3002evil.org",
                "https://evil.org\\.example.org",
                "https://example.org:8443/",
                "javascript:alert(1)",
                "JaVaScRiPt://example.org/%0aalert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "://evil.org",
                ":///evil.org",
                "http://[evil.org"
            })
    void any_other_place_is_not(String place) {
        assertThat(Redirects.isSafe(place, PLAIN)).isFalse();
        assertThat(Redirects.isSafe(place, SECURE)).isFalse();
        assertThat(Redirects.safe(place, SECURE, "/home/")).isEqualTo("/home/");
    }

    @Test
    void tls_is_not_given_up() {
        assertThat(Redirects.isSafe("http://example.org/", PLAIN)).isTrue();
        assertThat(Redirects.isSafe("http://example.org/", SECURE)).isFalse();
    }

    @Test
    void other_hosts_may_be_named() {
        assertThat(Redirects.isSafe("https://pay.example.net/x", SECURE, "pay.example.net"))
                .isTrue();
        assertThat(Redirects.isSafe("https://evil.net/x", SECURE, "pay.example.net"))
                .isFalse();
    }
}
