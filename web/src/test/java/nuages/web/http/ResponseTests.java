package nuages.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTests {
    record Poll(long id, String text, Instant published, LocalDate day, Duration open, List<Integer> votes) {}

    @Test
    void an_answer_says_for_how_long_it_may_be_kept_and_what_it_hangs_on() {
        var page = Response.text("a").with("Cache-Control", "public");

        assertThat(page.neverCache().headers().all("Cache-Control"))
                .containsExactly("max-age=0, no-cache, no-store, must-revalidate, private");
        assertThat(page.cacheFor(Duration.ofMinutes(5)).headers().all("Cache-Control"))
                .containsExactly("private, max-age=300");
        assertThat(page.cachePublicly(Duration.ofMillis(1500)).headers().all("Cache-Control"))
                .containsExactly("public, max-age=1");
        assertThat(page.cachePublicly(Duration.ofMinutes(5))
                        .with(Cookie.of("sessionid", "x"))
                        .headers()
                        .all("Cache-Control"))
                .containsExactly("private, max-age=300");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page.cacheFor(Duration.ofSeconds(-1)))
                .withMessage("an answer cannot be kept for PT-1S: give a time that is not negative, or neverCache() for"
                        + " none");
        assertThat(page.varying("Accept", "Cookie", "accept").headers().all("Vary"))
                .containsExactly("Accept, Cookie");
        assertThat(page.varying().headers().has("Vary")).isFalse();
    }

    @Test
    void a_record_becomes_json_with_readable_times() {
        var poll = new Poll(
                7,
                "Tea or \"coffee\"?",
                Instant.parse("2026-11-21T16:09:53Z"),
                LocalDate.of(2026, 11, 21),
                Duration.ofMinutes(90),
                List.of(1, 2));

        Response response = Response.json(poll);

        assertThat(response.headers().first("content-type")).contains("application/json");
        assertThat(body(response))
                .contains("\"id\":7")
                .contains("\"text\":\"Tea or \\\"coffee\\\"?\"")
                .contains("\"published\":\"2026-11-21T16:09:53Z\"")
                .contains("\"day\":\"2026-11-21\"")
                .contains("\"open\":\"PT1H30M\"")
                .contains("\"votes\":[1,2]");
    }

    @Test
    void text_and_pages_say_their_character_set() {
        assertThat(Response.text("é").headers().first("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(Response.html("é").headers().first("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(body(Response.text("é"))).isEqualTo("é");
    }

    @ParameterizedTest
    @CsvSource({
        "app.css, text/css; charset=utf-8",
        "APP.JS, text/javascript; charset=utf-8",
        "photo.JPEG, image/jpeg",
        "archive.tar.gz, application/gzip",
        "font.woff2, font/woff2",
        "nothing, application/octet-stream",
        "strange.xyz, application/octet-stream"
    })
    void the_name_of_a_file_tells_its_type(String name, String type) {
        assertThat(Response.file(Path.of("dir.css", name)).headers().first("Content-Type"))
                .contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "/polls/7/, /polls/7/",
        "/polls/?q=a%20b&c=[1]#top, /polls/?q=a%20b&c=[1]#top",
        "https://example.org/é, https://example.org/%C3%A9",
        "/a b, /a%20b",
        "/\\evil.example, /%5Cevil.example"
    })
    void a_redirect_goes_where_it_says(String location, String header) {
        assertThat(Response.redirect(location).headers().first("Location")).contains(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/a\r\nSet-Cookie: x=y", "/a\nb", "/a\u0000", "/嘊嘍Set-Cookie: x=y", "/\u0085", "/\u2028", "/a\tb"
            })
    void a_redirect_cannot_split_the_response(String location) {
        Response response = Response.redirect(location);

        assertThat(response.headers().first("Location").orElseThrow()).matches("[!-~]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y", "a\nb", "a\rb", "\u0000", "\u007F", "\u560A\u560D", "\u010A"})
    void no_header_can_split_the_response(String text) {
        Response response = Response.text("");

        assertThatIllegalArgumentException().isThrownBy(() -> response.with("X-Name", text));
        assertThatIllegalArgumentException().isThrownBy(() -> response.with(text, "value"));
        assertThatIllegalArgumentException().isThrownBy(() -> Headers.of("X-Name", text));
        assertThatIllegalArgumentException().isThrownBy(() -> Headers.none().and("X-Name", text));
        assertThatIllegalArgumentException().isThrownBy(() -> Response.stream(text, out -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Status(200, text));
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("name", text));
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of(text, "value"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cookie.of("name", "value").withPath("/" + text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cookie.of("name", "value").withDomain(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a;b", "é", "a(b)"})
    void a_header_has_the_name_of_a_header(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Headers.of(name, "value"));
    }

    @Test
    void headers_are_found_whatever_their_case() {
        Headers headers = Headers.of("Vary", "Cookie", "X-A", "1").and("vary", "Accept");

        assertThat(headers.all("VARY")).containsExactly("Cookie", "Accept");
        assertThat(headers.with("vary", "*").all("Vary")).containsExactly("*");
        assertThat(headers.withMissing(Headers.of("x-a", "2", "X-B", "3")))
                .hasToString("[Vary, Cookie, X-A, 1, vary, Accept, X-B, 3]");
        assertThat(headers.all("none")).isEmpty();
    }

    @Test
    void a_cookie_is_guarded_unless_told_otherwise() {
        Response response = Response.text("")
                .with(Cookie.of("session", "abc"))
                .with(Cookie.of("theme", "dark")
                        .withMaxAge(Duration.ofDays(1))
                        .withPath("/app")
                        .withDomain("example.org")
                        .withHttpOnly(false)
                        .withSecure(true)
                        .withSameSite(Cookie.SameSite.NONE))
                .with(Cookie.forget("__Host-old"));

        assertThat(response.headers().all("Set-Cookie"))
                .containsExactly(
                        "session=abc; Path=/; HttpOnly; SameSite=Lax",
                        "theme=dark; Path=/app; Domain=example.org; Max-Age=86400; Secure; SameSite=None",
                        "__Host-old=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void a_cookie_that_browsers_would_throw_away_is_refused() {
        Cookie cookie = Cookie.of("a", "b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cookie.withSameSite(Cookie.SameSite.NONE))
                .withMessage("cookie a would be thrown away by browsers, as it is not secure: add .withSecure(true)");
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("__Host-a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("a", "b;c"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("a b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> cookie.withPath("relative"));
        assertThatIllegalArgumentException().isThrownBy(() -> cookie.withPath("/; Domain=evil.example"));
    }

    @Test
    void changing_one_thing_keeps_the_others() {
        for (Response each : List.of(
                Response.text("a"), Response.stream("text/plain", out -> {}), Response.file(Path.of("a.txt")))) {
            Response changed = each.with(Status.CREATED).with("X-A", "1");

            assertThat(changed).hasSameClassAs(each);
            assertThat(changed.status()).isEqualTo(Status.CREATED);
            assertThat(changed.headers().first("Content-Type").orElseThrow()).startsWith("text/plain");
            assertThat(each.status()).isEqualTo(Status.OK);
        }
    }

    private static String body(Response response) {
        return response instanceof Response.Full full ? new String(full.body(), UTF_8) : "";
    }
}
