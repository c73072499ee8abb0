package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.HostAndPort;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host a request is for, where it is said in two places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostTests {
    private Site site;

    @BeforeAll
    void start() {
        site = Site.of(request -> Response.text(
                request.host() + " " + request.headers().all("Host") + " " + request.path() + " " + request.query()));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/a?b, example.org [example.org] /a b",
        "HTTPS://example.org:8443, 'example.org:8443 [example.org:8443] / '",
        "http://[::1]:80?q, [::1]:80 [[::1]:80] / q"
    })
    void a_whole_url_says_the_host_and_the_header_does_not_count(String target, String seen) throws Exception {
        try (var client = site.raw()) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: other.example\r\n\r\n");

            assertThat(client.answer().body()).isEqualTo(seen);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"httpx://x/", "http:/x/", "http://", "http:///a", "http://?q", "http://u@x/", "ftp://x/", "x://y"
            })
    void a_target_that_is_neither_path_nor_url_is_400(String target) throws Exception {
        try (var client = site.raw()) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(client.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void http_2_may_say_the_same_host_twice_and_no_other_one() throws Exception {
        assertThat(http2("example.org", "example.org")).isEqualTo("200 example.org [example.org] / ");
        assertThatThrownBy(() -> http2("example.org", "evil.example")).isInstanceOf(StreamResetException.class);
    }

    private String http2(String authority, String host) throws Exception {
        var vertx = Vertx.vertx();
        try {
            var client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false));
            var request = client.request(HttpMethod.GET, site.port(), "127.0.0.1", "/")
                    .await();
            request.authority(HostAndPort.create(authority, -1)).putHeader("host", host);
            var answer = request.send().await();
            return answer.statusCode() + " " + answer.body().await();
        } finally {
            vertx.close().await();
        }
    }
}
