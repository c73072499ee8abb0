package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nuages.server.RawClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attack is refused with the right status and logged once, and the next request is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTests {
    private static final String COOKIE = "Cookie: csrftoken=abcdefghijklmnopqrstuvwxyzABCDEF\r\n";
    private static final String TOKEN = "X-CSRFToken: abcdefghijklmnopqrstuvwxyzABCDEF\r\n";

    private AttackedSite site;
    private LogLines log;

    @BeforeAll
    void start() {
        site = AttackedSite.start(GuardedSite::start);
        log = site.log();
    }

    /** What a test that failed has left. */
    @BeforeEach
    void forget() {
        log.forget();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    private static String get(String target, String... more) {
        return "GET " + target + " HTTP/1.1\r\nHost: example.org\r\n" + String.join("", more) + "\r\n";
    }

    private static String post(String headers, String body) {
        return "POST / HTTP/1.1\r\nHost: example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + body.length() + "\r\n" + headers + "\r\n" + body;
    }

    private Answer attack(String input, int status) throws Exception {
        return site.attack(input, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.org", "example.org.evil.org", "www.example.org", "localhost", "127.0.0.1", "a_b!"})
    void another_host_is_400(String host) throws Exception {
        attack("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.org\r\nHost: example.org",
                "Host: example.org\r\nHost: evil.org",
                "Host: example.org, evil.org",
                "Host: example.org@evil.org",
                "Host: example.org/evil.org",
                "Host: example.org#evil.org",
                "Host: example.org:80:90",
                "Host: example.org:evil",
                "Host:",
                "Host : example.org",
                "Host: example.org\r\n evil.org",
                "X: y"
            })
    void hosts_that_are_two_or_none_are_400(String fields) throws Exception {
        attack("GET / HTTP/1.1\r\n" + fields + "\r\n\r\n", 400);
    }

    @Test
    void who_is_no_proxy_cannot_tell_another_host_client_or_scheme() throws Exception {
        var answer = attack(
                get(
                        "/secure",
                        "X-Forwarded-Host: evil.org\r\n",
                        "X-Forwarded-For: 203.0.113.9\r\n",
                        "X-Forwarded-Proto: https\r\n",
                        "Forwarded: for=203.0.113.9;proto=https;host=evil.org\r\n"),
                200);

        assertThat(answer.body()).isEqualTo("false 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/header", "/cookie", "/type"})
    void what_would_split_an_answer_is_not_sent(String path) throws Exception {
        for (String name :
                List.of("a%0d%0aX-Evil:1", "a%0aX-Evil:1", "a%0d%0a%0d%0a<script>", "a%00b", "%E5%98%8A%E5%98%8DX:1")) {
            var answer = attack(get(path + "?name=" + name), name.contains("%00") ? 400 : 500);

            assertThat(answer.headers()).doesNotContainKey("X-Evil");
            assertThat(answer.body()).doesNotContain("<script>", "Exception", "\tat ");
        }
    }

    @Test
    void what_came_in_is_not_on_an_error_page() throws Exception {
        String hostile = "%3Cscript%3Ealert(1)%3C/script%3E";
        for (var answer : List.of(
                attack(get("/" + hostile + "?q=" + hostile, "Referer: <script>\r\n", "User-Agent: <script>\r\n"), 404),
                attack("GET / HTTP/1.1\r\nHost: <script>alert(1)</script>\r\n\r\n", 400),
                attack(get("/<script>alert(1)</script>"), 404),
                attack(post(COOKIE + "Origin: http://<script>alert(1)</script>\r\n", "<script>"), 403),
                attack("<script>alert(1)</script> / HTTP/1.1\r\nHost: example.org\r\n\r\n", 400))) {
            assertThat(answer.body()).doesNotContain("<script", "alert(1)", "%3C");
        }
    }

    @Test
    void a_redirect_cannot_split_an_answer() throws Exception {
        var answer = attack(get("/go?next=/a%0d%0aSet-Cookie:%20evil=1"), 302);

        assertThat(answer.headers().get("Location")).isEqualTo("/a%0D%0ASet-Cookie:%20evil=1");
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.org",
                "/%5Cevil.org",
                "/%09/evil.org",
                "https://evil.org",
                "https:evil.org",
                "javascript:alert(1)",
                "http://example.org@evil.org/",
                "%0d%0a//evil.org"
            })
    void a_redirect_does_not_leave_the_site(String next) throws Exception {
        var answer = attack(get("/next?next=" + next), 302);

        assertThat(answer.headers().get("Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                COOKIE,
                TOKEN,
                COOKIE + "X-CSRFToken: bbcdefghijklmnopqrstuvwxyzABCDEF\r\n",
                COOKIE + "X-CSRFToken: \r\n",
                COOKIE + "X-CSRFToken: \u00e4\r\n",
                COOKIE + TOKEN + "Origin: http://evil.org\r\n",
                COOKIE + TOKEN + "Origin: https://example.org\r\n",
                COOKIE + TOKEN + "Origin: null\r\n",
                COOKIE + TOKEN + "Sec-Fetch-Site: cross-site\r\n",
                COOKIE + TOKEN + "Sec-Fetch-Site: same-site\r\n",
                "Cookie: csrftoken=\r\n" + TOKEN,
                "Cookie: csrftoken=x; csrftoken=abcdefghijklmnopqrstuvwxyzABCDEF\r\n" + TOKEN
            })
    void a_forged_form_is_403(String headers) throws Exception {
        var answer = attack(post(headers, "a=b"), 403);

        assertThat(answer.body()).doesNotContain("token", "evil");
        assertThat(answer.headers()).containsKey("Content-Security-Policy");
    }

    @Test
    void a_token_of_before_a_login_is_403_after_it() throws Exception {
        try (var client = site.raw()) {
            var first = client.send(get("/token")).answer();
            var login = client.send(get("/login", "Cookie: " + cookie(first) + "\r\n"))
                    .answer();
            assertThat(cookie(login)).isNotEqualTo(cookie(first));
            log.access();
            log.access();

            attack(post("Cookie: " + cookie(login) + "\r\n", "csrfmiddlewaretoken=" + first.body()), 403);
            client.send(post("Cookie: " + cookie(login) + "\r\n", "csrfmiddlewaretoken=" + login.body()));
            assertThat(client.answer().body()).isEqualTo("posted 1");
            assertThat(log.access()).contains("\" 200 ");
        }
    }

    private static String cookie(Answer answer) {
        String set = String.valueOf(answer.headers().get("Set-Cookie"));
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void a_hundred_thousand_parameters_are_400() throws Exception {
        attack(post(COOKIE + TOKEN, "a=1&".repeat(100_000)), 400);
        var names = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            names.append(Integer.toString(i, 36)).append("=&");
        }
        attack(post(COOKIE, names.toString()), 400);
    }

    @Test
    void a_query_of_a_hundred_thousand_parameters_is_414() throws Exception {
        attack(get("/?" + "a=1&".repeat(100_000)), 414);
    }

    @Test
    void a_form_of_more_than_memory_may_hold_is_413() throws Exception {
        attack(post(COOKIE, "a=" + "b".repeat(3_000_000)), 413);
    }

    @Test
    void a_body_of_more_than_the_server_takes_is_413_whatever_it_says_of_its_length() throws Exception {
        attack("POST / HTTP/1.1\r\nHost: example.org\r\nContent-Length: 10737418240\r\n\r\n", 413);
        String chunk = "100000\r\n" + "b".repeat(0x100000) + "\r\n";
        attack(
                "POST / HTTP/1.1\r\nHost: example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n" + COOKIE
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(9) + "0\r\n\r\n",
                413);
    }

    @Test
    void a_body_that_comes_too_slowly_is_408() throws Exception {
        attack(
                "POST / HTTP/1.1\r\nHost: example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n" + COOKIE
                        + "Content-Length: 1000\r\n\r\na=",
                408);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n",
                "Transfer-Encoding: chunked\u000b\r\n",
                "Transfer-Encoding:\tchunked, gzip\r\n",
                "Content-Length: 3\r\nContent-Length: 30\r\n",
                "Content-Length: 3\n\r\nContent-Length: 30\r\n",
                "Content-Length: 3, 3, 30\r\n",
                "Content-Length: 0x3\r\n",
                "Content-Length:\u00a03\r\n"
            })
    void a_second_request_hidden_in_a_body_is_never_answered(String lengths) throws Exception {
        String hidden = "0\r\n\r\nGET /token HTTP/1.1\r\nHost: example.org\r\n\r\n";
        int status;
        try (var client = site.raw()) {
            client.sendAnyhow("POST / HTTP/1.1\r\nHost: example.org\r\n" + lengths + "\r\n" + hidden);
            status = client.answer().status();
            assertThat(status).isIn(400, 501);
            assertThat(client.closedByServer()).isTrue();
        }
        log.once(status);
        site.served();
    }
}
