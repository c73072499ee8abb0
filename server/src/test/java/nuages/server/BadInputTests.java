package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nuages.web.http.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {
    private final AtomicInteger handled = new AtomicInteger();
    private AttackedSite site;

    @BeforeAll
    void start() {
        site = AttackedSite.start(() -> Site.of(request -> {
            if (request.headers().first("Host").equals(Optional.of("example.org"))) {
                return Response.text("hello example.org");
            }
            handled.incrementAndGet();
            var body = request.body().stream().readAllBytes();
            return Response.text(request.method() + " " + request.path() + " " + request.query() + " " + body.length);
        }));
    }

    /** What a test that failed has left. */
    @BeforeEach
    void forget() {
        site.log().forget();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    private void refuses(int status, String input) throws Exception {
        int before = handled.get();
        site.attack(input, status);
        assertThat(handled.get()).as("calls of the handler").isEqualTo(before);
    }

    private void refusesAndCloses(int status, String input) throws Exception {
        refuses(status, input);
        try (var client = site.raw()) {
            var answer = client.sendAnyhow(input).answer();
            assertThat(answer.headers().get("Connection")).isEqualTo("close");
            assertThat(client.closedByServer()).isTrue();
        }
        site.log().once(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "GET", "GET /", "GET / HTTP/1.1 x", "GET / HTTX/1.1", "\u0000\u0001\u0002"})
    void a_malformed_request_line_is_400(String line) throws Exception {
        refusesAndCloses(400, line + "\r\nHost: x\r\n\r\n");
    }

    @Test
    void a_request_line_that_is_too_long_is_414() throws Exception {
        refusesAndCloses(414, "GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @Test
    void a_megabyte_of_headers_is_431() throws Exception {
        refusesAndCloses(431, "GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(1_000_000) + "\r\n\r\n");
        var many = ("B: " + "b".repeat(1000) + "\r\n").repeat(1000);
        refusesAndCloses(431, "GET / HTTP/1.1\r\nHost: x\r\n" + many + "\r\n");
    }

    @Test
    void too_many_header_fields_are_431() throws Exception {
        refuses(431, "GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(100) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4, 5",
                "Content-Length: -1",
                "Content-Length: +4",
                "Content-Length: 0x4",
                "Content-Length: ",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "X: a\u0000b",
                "X: a\rb",
                "X\u0000: a",
                "X Y: a",
                "X"
            })
    void header_fields_that_could_smuggle_are_400_and_close(String fields) throws Exception {
        refusesAndCloses(400, "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n\r\n0\r\n\r\n");
    }

    @Test
    void an_encoding_on_http_1_0_is_400_and_closes() throws Exception {
        refusesAndCloses(400, "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc",
                "-1\r\nabc",
                "\r\nabc",
                "3 3\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3\nabc\n0\n\n",
                "ffffffffffffffffff\r\n"
            })
    void a_bad_chunk_is_400_and_closes(String chunks) throws Exception {
        try (var client = site.raw()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            var answer = client.answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers().get("Connection")).isEqualTo("close");
            assertThat(client.closedByServer()).isTrue();
        }
        site.log().once(400);
        site.served();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: x\r\nHost: y", "Accept: */*", "Host: a b", "Host: a/b", "Host: u@b"})
    void anything_but_one_host_is_400(String hosts) throws Exception {
        refuses(400, "GET / HTTP/1.1\r\n" + hosts + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%4",
                "/%zz",
                "/%ff",
                "/%c0%af",
                "/%00",
                "/%0d%0aX:y",
                "/a%7f",
                "/a#b",
                "/ä",
                "a",
                "ftp://x/",
                "*"
            })
    void a_target_that_is_not_encoded_well_is_400(String target) throws Exception {
        refuses(400, "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "get", "CONNECT", "PRI"})
    void an_unknown_method_is_501(String method) throws Exception {
        refuses(501, method + " / HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0", "HTTP/0.9", "HTTP/3.0"})
    void another_version_is_505(String version) throws Exception {
        refusesAndCloses(505, "GET / " + version + "\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" folded: into the host", ": without a name", "X: a\u007fb"})
    void other_odd_header_fields_are_400(String field) throws Exception {
        refuses(400, "GET / HTTP/1.1\r\nHost: x\r\n" + field + "\r\n\r\n");
    }

    @Test
    void an_unknown_expectation_is_417() throws Exception {
        refuses(417, "GET / HTTP/1.1\r\nHost: x\r\nExpect: a-miracle\r\n\r\n");
    }

    @Test
    void ten_gigabytes_are_413_at_once_and_unread() throws Exception {
        refusesAndCloses(413, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10737418240\r\n\r\n");
    }

    @Test
    void a_connection_goes_on_after_a_refusal_that_leaves_no_doubt_where_the_next_request_begins() throws Exception {
        try (var client = site.raw()) {
            client.send(
                    "BREW / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /next HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(client.answer().status()).isEqualTo(501);
            assertThat(client.answer().body()).isEqualTo("GET /next  0");
        }
        assertThat(site.log().access()).contains("\" 501 ");
        site.log().once(200);
    }

    @Test
    void nonsense_behind_a_good_request_does_not_disturb_its_answer() throws Exception {
        try (var client = site.raw()) {
            client.send("GET /good HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n");

            assertThat(client.answer().body()).isEqualTo("GET /good  0");
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.closedByServer()).isTrue();
        }
        assertThat(List.of(site.log().access(), site.log().access()))
                .anyMatch(it -> it.contains("\" 200 "))
                .anyMatch(it -> it.contains("\" 400 "));
        site.served();
    }

    @Test
    void whole_urls_and_escapes_are_understood() throws Exception {
        try (var client = site.raw()) {
            client.send("GET http://x/a%20b/%C3%A4?q=%20 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("GET /a b/ä q=%20 0");
            client.send("GET http://x?q HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("GET / q 0");
            client.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("OPTIONS *  0");
            client.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(client.closedByServer()).isTrue();
        }
        for (int i = 0; i < 4; i++) {
            assertThat(site.log().access()).contains("\" 200 ");
        }
    }
}
