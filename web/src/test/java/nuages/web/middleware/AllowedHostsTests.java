package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import nuages.data.error.SettingsException;
import nuages.web.http.BadRequest;
import nuages.web.http.Headers;
import nuages.web.http.HttpException;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTests {
    private static final Response DONE = Response.text("done");

    private final AllowedHosts hosts = AllowedHosts.of("Example.org", ".example.net", "192.0.2.1", "[2001:db8::1]");

    private static Request to(String host) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of("Host", host))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "EXAMPLE.ORG:8000",
                "example.org.",
                "example.org.:443",
                "example.net",
                "a.b.example.net:1",
                "192.0.2.1",
                "[2001:db8::1]",
                "[2001:DB8::1]:8000"
            })
    void a_host_of_the_site_is_answered(String host) throws Exception {
        assertThat(hosts.handle(to(host), view -> DONE)).isSameAs(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.org",
                "www.example.org",
                "badexample.net",
                "example.org.evil.org",
                "localhost",
                "127.0.0.1",
                "192.0.2.10",
                "[::1]",
                "example.org..",
                ".example.net.evil"
            })
    void any_other_is_400(String host) {
        assertThatExceptionOfType(HttpException.class)
                .isThrownBy(() -> hosts.handle(to(host), view -> DONE))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(Status.BAD_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org/", "user@example.org", "example.org:x", "a b", "", "example.org, evil.org"})
    void what_is_no_host_is_400(String host) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> hosts.handle(to(host), view -> DONE));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> AllowedHosts.of("*").handle(to(host), view -> DONE));
    }

    @Test
    void the_log_says_what_to_do_and_the_visitor_is_not_told() {
        assertThatExceptionOfType(HttpException.class)
                .isThrownBy(() -> hosts.handle(to("evil.org:8000"), view -> DONE))
                .withMessage(
                        "the request is for the host evil.org:8000, which is none of this site's; if it is, add it:"
                                + " settings.allowedHosts(\"evil.org\"), or NUAGES_ALLOWED_HOSTS=evil.org")
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(Status.BAD_REQUEST);
                    assertThat(refused.problem().orElseThrow().detail())
                            .isEqualTo("the request is for the host evil.org:8000, which is none of this site's");
                });
    }

    @Test
    void a_star_allows_all_and_local_names_are_known() throws Exception {
        assertThat(AllowedHosts.of("*").handle(to("anything.test"), view -> DONE))
                .isSameAs(DONE);
        var local = AllowedHosts.of(AllowedHosts.local());
        for (String host : AllowedHosts.local()) {
            assertThat(local.allows(host + ":8000")).as(host).isTrue();
        }
        assertThat(local.allows("polls.localhost")).isTrue();
        assertThat(local.allows("localhost.evil.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "https://example.org", "example.org:8000", "*.example.org", "a b", "::1"})
    void what_is_no_host_is_no_setting(String pattern) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> AllowedHosts.of(pattern))
                .withMessageStartingWith("allowedHosts has \"" + pattern + "\": a host is a name or an address");
    }
}
