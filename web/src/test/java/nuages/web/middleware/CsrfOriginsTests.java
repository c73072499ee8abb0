package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfOriginsTests {
    private final CsrfOrigins origins = new CsrfOrigins(CsrfSettings.standard()
            .with(it -> it.trustedOrigins = List.of("https://pay.example.net", "https://*.example.com:8443")));

    private static Request sent(boolean secure, String... headers) {
        return Request.builder(Method.POST, "/")
                .headers(Headers.of(headers).with("Host", "example.org"))
                .secure(secure)
                .build();
    }

    private void accepts(Request request) {
        assertThatCode(() -> origins.check(request)).doesNotThrowAnyException();
    }

    private void refuses(Request request, String... why) {
        assertThatExceptionOfType(CsrfFailed.class)
                .isThrownBy(() -> origins.check(request))
                .withMessageContainingAll(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://pay.example.net",
                "https://example.com:8443",
                "https://a.b.example.com:8443"
            })
    void an_origin_that_is_ours_or_trusted_is_accepted(String origin) {
        accepts(sent(true, "Origin", origin));
        accepts(sent(true, "Origin", origin, "Sec-Fetch-Site", "cross-site"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://example.org",
                "https://example.org:8443",
                "https://example.org.evil.net",
                "https://evil-example.com:8443",
                "https://example.com",
                "http://a.example.com:8443",
                "https://example.org/",
                "https://example.org@evil.net",
                "https://evil.net#https://example.org"
            })
    void any_other_origin_is_refused_whatever_else_is_sent(String origin) {
        refuses(
                sent(true, "Origin", origin, "Referer", "https://example.org/", "Sec-Fetch-Site", "same-origin"),
                "may have");
    }

    @Test
    void a_refused_origin_is_told_with_what_to_do() {
        refuses(
                sent(false, "Origin", "https://example.org"),
                "the request is from a page of https://example.org and this site is http://example.org, so another site"
                        + " may have forged it; if a proxy speaks TLS for this site, name it");
        refuses(sent(true, "Origin", "null"), "Referrer-Policy is no-referrer");
        refuses(sent(true, "Origin", "https://evil.net"), "trustedOrigins = List.of(\"https://evil.net\")");
    }

    @Test
    void without_an_origin_the_browser_tells_whether_the_page_is_ours() {
        accepts(sent(true, "Sec-Fetch-Site", "same-origin"));
        accepts(sent(true, "Sec-Fetch-Site", "none"));
        refuses(sent(false, "Sec-Fetch-Site", "cross-site"), "Sec-Fetch-Site is cross-site");
        refuses(sent(false, "Sec-Fetch-Site", "same-site"), "Sec-Fetch-Site is same-site");
        refuses(sent(true, "Sec-Fetch-Site", "", "Referer", "https://example.org/"), "Sec-Fetch-Site is ");
    }

    @Test
    void without_either_the_referer_counts_over_tls() {
        accepts(sent(false));
        accepts(sent(false, "Referer", "https://evil.net/"));
        accepts(sent(true, "Referer", "https://example.org/form/?a=https://evil.net"));
        accepts(sent(true, "Referer", "https://pay.example.net/"));
        refuses(sent(true), "neither Origin nor Referer");
        for (String referer : List.of(
                "http://example.org/",
                "https://evil.net/https://example.org/",
                "https://example.org.evil.net/",
                "https://example.org@evil.net/",
                "example.org",
                "//example.org/",
                "data:text/html,x",
                "")) {
            refuses(sent(true, "Referer", referer), "the Referer is " + referer);
        }
    }

    @Test
    void a_domain_that_shares_the_cookie_shares_the_forms() {
        var shared = new CsrfOrigins(CsrfSettings.standard().with(it -> it.cookieDomain = Optional.of(".example.org")));

        assertThatCode(() -> shared.check(sent(true, "Referer", "https://www.example.org/")))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(CsrfFailed.class)
                .isThrownBy(() -> shared.check(sent(true, "Referer", "https://badexample.org/")));
    }
}
