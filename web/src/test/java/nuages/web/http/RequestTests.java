package nuages.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nuages.web.http.Method.GET;
import static nuages.web.http.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTests {
    record Ballot(long choice, String reason, Instant at) {}

    private static final Key<String> USER = Key.of("user");

    @ParameterizedTest
    @CsvSource({
        "/polls/7/, /polls/7/, ''",
        "/caf%C3%A9?q=%20, /café, q=%20",
        "/a?b?c, /a, b?c",
        "http://example.org/a/b?c, /a/b, c",
        "HTTPS://example.org, /, ''",
        "http://example.org?c, /, c",
        "/..., /..., ''",
        "/.well-known/a..b, /.well-known/a..b, ''"
    })
    void a_target_is_taken_apart(String target, String path, String query) {
        Request request = Request.to(GET, target).build();

        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "example.org:443",
                "/a b",
                "/a\r\nX: y",
                "/é",
                "/#a",
                "/a?b#c",
                "/a?é",
                "/%",
                "/%0a",
                "/%7F",
                "/%C2%85",
                "/%00",
                "/..",
                "/a/../b",
                "/a/.",
                "/./a",
                "/%2e%2E/",
                "/.%2e",
                "/a%2f..%2fb",
                "?a",
                "*",
                "*?a",
                "ftp://example.org/"
            })
    void a_target_that_is_none_is_refused(String target) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> Request.to(GET, target).build());
    }

    @Test
    void options_may_ask_about_the_whole_server() {
        assertThat(Request.to(Method.OPTIONS, "*").build().path()).isEqualTo("*");
    }

    @Test
    void a_query_is_read_when_asked_for() {
        Request request = Request.to(GET, "/?q=a%20b+c&tag=x&tag=y&empty=&bare&&=nameless&%C3%A9=%3D")
                .build();

        assertThat(request.query("q")).contains("a b c");
        assertThat(request.query("tag")).contains("y");
        assertThat(request.queries().values("tag")).containsExactly("x", "y");
        assertThat(request.query("empty")).contains("");
        assertThat(request.query("bare")).contains("");
        assertThat(request.query("")).contains("nameless");
        assertThat(request.query("é")).contains("=");
        assertThat(request.query("none")).isEmpty();
        assertThat(request.queries().has("none")).isFalse();
        assertThat(request.queries().names()).containsExactly("q", "tag", "empty", "bare", "", "é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%00=a", "a=%C0%AF", "a=%FF"})
    void a_broken_query_is_refused_only_when_asked_for(String query) {
        Request request = Request.to(GET, "/?" + query).build();

        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> request.query("a"));
    }

    @Test
    void very_many_parameters_are_refused() {
        Request most = Request.to(GET, "/?" + "a&".repeat(1000)).build();
        Request more = Request.to(GET, "/?" + "a&".repeat(1001)).build();

        assertThat(most.queries().values("a")).hasSize(1000);
        assertThatExceptionOfType(BadRequest.class).isThrownBy(more::queries);
    }

    @Test
    void a_form_is_read_once_and_shared_by_copies() {
        Request request = post("application/x-www-form-urlencoded; charset=UTF-8", "choice=7&text=a+b%0D%0Ac&raw=é");
        Request copy = request.with(USER, "ann");

        assertThat(request.form().value("choice")).contains("7");
        assertThat(copy.form().value("text")).contains("a b\r\nc");
        assertThat(copy.form().value("raw")).contains("é");
        assertThat(copy.text()).startsWith("choice=7");
    }

    @Test
    void a_body_that_is_no_form_has_no_fields() {
        assertThat(post("application/json", "{}").form().names()).isEmpty();
        assertThat(Request.builder(GET, "/").build().form().names()).isEmpty();
        assertThat(post("text/plain", "a=1").files().fields()).isEmpty();
    }

    @Test
    void a_form_in_parts_has_fields_and_files() throws IOException {
        String form = """
            --x
            Content-Disposition: form-data; name="a"

            1
            --x
            Content-Disposition: form-data; name="f"; filename="f.txt"

            22
            --x--
            """.replace("\n", "\r\n");
        Request request = post("multipart/form-data; boundary=x", form);
        Request copy = request.with(USER, "ann");

        assertThat(request.form().value("a")).contains("1");
        assertThat(copy.files().file("f").orElseThrow().bytes()).isEqualTo("22".getBytes(UTF_8));
        assertThat(copy.files()).isSameAs(request.files());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(request::bytes);

        request.release();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> copy.files().file("f").orElseThrow().bytes());

        Request whole = post("multipart/form-data; boundary=x", form);
        assertThat(whole.bytes()).hasSize(form.length());
        assertThat(whole.files().fields()).containsExactly("f");
    }

    @Test
    void a_form_in_parts_that_is_broken_or_too_large_is_refused() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n12345\r\n--x--\r\n";
        Request request = post("multipart/form-data; boundary=x", form);

        refused(Status.CONTENT_TOO_LARGE, () -> request.with(new Limits(4, 1)).form());
        refused(
                Status.BAD_REQUEST,
                () -> post("multipart/form-data; boundary=y", form).files());
        refused(Status.BAD_REQUEST, () -> post("multipart/form-data", form).files());
    }

    @Test
    void text_is_in_the_character_set_that_was_named() {
        assertThat(post("text/plain", "é".getBytes(UTF_8)).text()).isEqualTo("é");
        assertThat(post("text/plain; charset=\"ISO-8859-1\"", "é".getBytes(ISO_8859_1))
                        .text())
                .isEqualTo("é");
        refused(
                Status.BAD_REQUEST,
                () -> post("text/plain", "é".getBytes(ISO_8859_1)).text());
        refused(
                Status.BAD_REQUEST,
                () -> post("text/plain; charset=klingon", "Qapla").text());
        refused(Status.BAD_REQUEST, () -> post("text/plain; charset=", "").text());
    }

    @Test
    void json_becomes_a_record() {
        String json = "{\"choice\": 7, \"reason\": \"tea\", \"at\": \"2026-11-21T16:09:53Z\", \"more\": 1}";

        Ballot ballot = post("application/json; charset=utf-8", json).json(Ballot.class);

        assertThat(ballot).isEqualTo(new Ballot(7, "tea", Instant.parse("2026-11-21T16:09:53Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"choice\":\"x\"}",
                "{\"choice\":null}",
                "{} {}",
                "{\"choice\":1e999}",
                "\u0000"
            })
    void json_that_is_none_is_refused(String json) {
        refused(Status.BAD_REQUEST, () -> post("application/json", json).json(Ballot.class));
    }

    @Test
    void json_of_any_depth_is_refused_without_harm() {
        refused(
                Status.BAD_REQUEST,
                () -> post("application/json", "[".repeat(1_000_000)).json(List.class));
    }

    @Test
    void json_must_be_called_that() {
        refused(Status.UNSUPPORTED_MEDIA_TYPE, () -> post("text/plain", "{}").json(Ballot.class));
        assertThat(post("application/vnd.polls+json", "[1]").json(int[].class)).containsExactly(1);
    }

    @Test
    void a_body_is_taken_into_memory_up_to_a_limit() {
        var limits = new Limits(4, 1);
        assertThat(limited("1234", Headers.none(), limits).bytes()).hasSize(4);
        refused(
                Status.CONTENT_TOO_LARGE,
                () -> limited("12345", Headers.none(), limits).bytes());
        refused(
                Status.CONTENT_TOO_LARGE,
                () -> limited("", Headers.of("Content-Length", "5"), limits).bytes());
        refused(
                Status.BAD_REQUEST,
                () -> limited("", Headers.of("Content-Length", "many"), limits).bytes());
    }

    @Test
    void a_body_that_breaks_off_is_a_bad_request() {
        Body broken = () -> {
            throw new IOException("reset");
        };

        refused(
                Status.BAD_REQUEST,
                () -> Request.builder(POST, "/").body(broken).build().bytes());
    }

    @Test
    void what_the_server_says_of_a_body_goes_through() {
        Body slow = () -> {
            throw new HttpException(Status.REQUEST_TIMEOUT, "too slow", null);
        };

        refused(
                Status.REQUEST_TIMEOUT,
                () -> Request.builder(POST, "/").body(slow).build().text());
    }

    @Test
    void a_body_that_was_taken_into_memory_can_still_be_streamed() throws IOException {
        Request request = post("text/plain", "once");
        request.text();

        try (InputStream in = request.body().stream()) {
            assertThat(in.readAllBytes()).isEqualTo("once".getBytes(UTF_8));
        }
    }

    @Test
    void cookies_are_read_leniently_and_the_first_counts() {
        Headers headers =
                Headers.of("Cookie", "a=1; b=\"two\";c = x=y ;; junk; =nameless; a=2", "cookie", "d=%20; e=\"; f=é");

        Request request = Request.builder(GET, "/").headers(headers).build();

        assertThat(request.cookies())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", "1", "b", "two", "c", "x=y", "d", "%20", "e", "\"", "f", "é"));
        assertThat(request.cookie("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "EXAMPLE.org:8000", "127.0.0.1", "[::1]:80", "xn--bcher-kva.example", "a_b"})
    void a_host_is_what_the_client_names(String host) {
        Request request =
                Request.builder(GET, "/").headers(Headers.of("Host", host)).build();

        assertThat(request.host()).isEqualToIgnoringCase(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a@b",
                "a/b",
                "a:",
                "a:b",
                "a:123456",
                ":80",
                "[::1",
                "[]",
                "[::1]x",
                "a:80:80",
                "é",
                "a,b",
                "<script>"
            })
    void a_host_that_is_none_is_refused(String host) {
        Request request =
                Request.builder(GET, "/").headers(Headers.of("Host", host)).build();

        refused(Status.BAD_REQUEST, request::host);
    }

    @Test
    void there_is_one_host() {
        refused(Status.BAD_REQUEST, () -> Request.builder(GET, "/").build().host());
        refused(
                Status.BAD_REQUEST,
                () -> Request.builder(GET, "/")
                        .headers(Headers.of("Host", "a", "host", "b"))
                        .build()
                        .host());
    }

    @Test
    void what_is_handed_on_is_seen_further_in_only() {
        Request request = Request.builder(GET, "/").build();
        Key<String> sameName = Key.of("user");

        Request inner = request.with(USER, "ann").with(sameName, "other").with(USER, "bob");

        assertThat(inner.attribute(USER)).contains("bob");
        assertThat(inner.attribute(sameName)).contains("other");
        assertThat(request.attribute(USER)).isEmpty();
    }

    private static void refused(Status status, ThrowingCallable call) {
        assertThatExceptionOfType(HttpException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    }

    private static Request post(String contentType, String body) {
        return post(contentType, body.getBytes(UTF_8));
    }

    private static Request post(String contentType, byte[] body) {
        return Request.builder(POST, "/")
                .headers(Headers.of("Content-Type", contentType))
                .body(() -> new ByteArrayInputStream(body))
                .build();
    }

    private static Request limited(String body, Headers headers, Limits limits) {
        return Request.builder(POST, "/")
                .headers(headers)
                .limits(limits)
                .body(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                .build();
    }

    @Test
    void what_a_site_gives_stands_in_front_of_what_a_request_has() {
        var color = Key.<String>of("color");
        var size = Key.<String>of("size");
        var shape = Key.<String>of("shape");
        var equipment = Request.Equipment.of(Limits.USUAL).with(size, "small").with(color, "red");

        var equipped = Request.builder(Method.GET, "/")
                .build()
                .with(color, "blue")
                .with(shape, "round")
                .with(equipment);

        assertThat(equipped.attribute(color)).contains("red");
        assertThat(equipped.attribute(size)).contains("small");
        assertThat(equipped.attribute(shape)).contains("round");
    }
}
