package nuages.web.middleware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import nuages.data.error.SettingsException;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Param;
import nuages.web.routing.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTests {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyzABCDEF";
    private static final Response DONE = Response.text("done");

    private final Csrf csrf = Csrf.usual();

    private static Request.Builder post(Headers headers) {
        return Request.builder(Method.POST, "/vote/").headers(headers.with("Host", "example.org"));
    }

    private static Headers cookie() {
        return Headers.of("Cookie", "csrftoken=" + SECRET);
    }

    private static Request form(Headers headers, String body) {
        return post(headers.with("Content-Type", "application/x-www-form-urlencoded"))
                .body(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                .build();
    }

    private Response answer(Request request) throws Exception {
        return csrf.handle(request, view -> DONE);
    }

    private void refuses(Request request, String... why) {
        refuses(csrf, request, why);
    }

    private static void refuses(Csrf csrf, Request request, String... why) {
        assertThatExceptionOfType(CsrfFailed.class)
                .isThrownBy(() -> csrf.handle(request, view -> DONE))
                .withMessageContainingAll(why)
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(Status.FORBIDDEN));
    }

    @Test
    void a_page_without_a_token_leaves_the_visitor_alone() throws Exception {
        assertThat(answer(Request.builder(Method.GET, "/").build())).isSameAs(DONE);
    }

    @Test
    void the_first_token_makes_a_cookie_that_its_form_is_accepted_with() throws Exception {
        Response page =
                csrf.handle(Request.builder(Method.GET, "/").build(), request -> Response.text(Csrf.token(request)));

        String token = new String(((Response.Full) page).body(), UTF_8);
        String set = page.headers().first("Set-Cookie").orElseThrow();
        assertThat(token).hasSize(64);
        assertThat(set).matches("csrftoken=[a-zA-Z0-9]{32}; Path=/; Max-Age=31449600; SameSite=Lax");
        assertThat(page.headers().first("Vary")).contains("Cookie");
        Headers back = Headers.of("Cookie", set.substring(0, set.indexOf(';')));
        assertThat(answer(form(back, "csrfmiddlewaretoken=" + token))).isSameAs(DONE);
        assertThat(answer(post(back.with("X-CSRFToken", token)).build())).isSameAs(DONE);
    }

    @Test
    void over_tls_the_cookie_is_secure() throws Exception {
        Response page = csrf.handle(
                Request.builder(Method.GET, "/").secure(true).build(), request -> Response.text(Csrf.token(request)));

        assertThat(page.headers().first("Set-Cookie").orElseThrow()).contains("; Secure;");
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PUT", "PATCH", "DELETE"})
    void what_changes_something_needs_a_token(Method method) {
        refuses(Request.builder(method, "/").headers(cookie()).build(), "there is no token");
    }

    @ParameterizedTest
    @EnumSource(names = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void what_only_reads_needs_none(Method method) throws Exception {
        assertThat(answer(Request.builder(method, "/").build())).isSameAs(DONE);
    }

    @Test
    void the_secret_itself_and_masked_cookies_of_old_are_accepted() throws Exception {
        String token = CsrfTokens.mask(SECRET);

        assertThat(answer(form(cookie(), "csrfmiddlewaretoken=" + SECRET))).isSameAs(DONE);
        Headers old = Headers.of("Cookie", "csrftoken=" + CsrfTokens.mask(SECRET));
        assertThat(answer(form(old, "csrfmiddlewaretoken=" + token))).isSameAs(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "abcdefghijklmnopqrstuvwxyzABCDEG", "%00", "abcdefghijklmnopqrstuvwxyzABCDE%C3%A4"})
    void a_token_that_is_not_the_visitors_is_refused(String token) {
        assertThatExceptionOfType(nuages.web.http.HttpException.class)
                .isThrownBy(() -> answer(form(cookie(), "csrfmiddlewaretoken=" + token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other=1", "csrftoken=", "csrftoken=short", "csrftoken=abcdefghijklmnopqrstuvwxyzABCDE!"})
    void a_visitor_without_a_secret_is_refused(String cookie) {
        refuses(
                form(Headers.of("Cookie", cookie), "csrfmiddlewaretoken=" + SECRET),
                "has no secret yet",
                "load the page");
    }

    @Test
    void a_broken_cookie_is_replaced() throws Exception {
        Request request = Request.builder(Method.GET, "/")
                .headers(Headers.of("Cookie", "csrftoken=broken"))
                .build();

        Response page = csrf.handle(request, it -> Response.text(Csrf.token(it)));

        assertThat(page.headers().first("Set-Cookie").orElseThrow()).matches("csrftoken=[a-zA-Z0-9]{32};.*");
    }

    @Test
    void rotating_ends_older_tokens() throws Exception {
        Response page = csrf.handle(form(cookie(), "csrfmiddlewaretoken=" + SECRET), request -> {
            Csrf.rotate(request);
            return DONE;
        });

        String set = page.headers().first("Set-Cookie").orElseThrow();
        assertThat(set).startsWith("csrftoken=").doesNotContain(SECRET);
        Headers back = Headers.of("Cookie", set.substring(0, set.indexOf(';')));
        refuses(form(back, "csrfmiddlewaretoken=" + CsrfTokens.mask(SECRET)), "is not this visitor's", "login");
    }

    @Test
    void some_paths_and_requests_are_exempt() throws Exception {
        var hooks = Csrf.of(CsrfSettings.standard().with(it -> it.exempt = List.of("/hooks/", "/ping")));

        for (String path : List.of("/hooks/", "/hooks/pay/", "/ping")) {
            assertThat(hooks.handle(Request.builder(Method.POST, path).build(), view -> DONE))
                    .isSameAs(DONE);
        }
        for (String path : List.of("/hooks", "/ping/", "/pingpong", "/a/hooks/")) {
            refuses(hooks, Request.builder(Method.POST, path).build(), "has no secret yet");
        }
        assertThat(answer(Csrf.unchecked(post(Headers.none()).build()))).isSameAs(DONE);
    }

    @Test
    void a_route_with_text_beside_its_value_exempts_only_what_has_it() throws Exception {
        var hooks = Csrf.of(CsrfSettings.standard().with(it -> it.exempt = List.of("/{slug}.xml", "/v{n}/")));

        for (String path : List.of("/news.xml", "/v2/")) {
            assertThat(hooks.handle(Request.builder(Method.POST, path).build(), view -> DONE))
                    .isSameAs(DONE);
        }
        for (String path : List.of("/login", "/.xml", "/v/", "/w2/", "/a/b.xml")) {
            var request = Request.builder(Method.POST, path).build();
            assertThatExceptionOfType(CsrfFailed.class).as(path).isThrownBy(() -> hooks.handle(request, view -> DONE));
        }
    }

    @Test
    void a_route_is_exempt_by_its_pattern_and_nothing_below_it() throws Exception {
        var routes = Routes.at("/hooks");
        var paid = routes.post("/{shop}/paid/", Param.STRING, (request, shop) -> DONE);
        var sent = routes.post("/{shop}/sent", Param.STRING, (request, shop) -> DONE);
        var hooks = Csrf.of(CsrfSettings.standard().with(it -> it.exempt = List.of(paid.pattern(), sent.pattern())));

        for (String path : List.of("/hooks/7/paid/", "/hooks/tea%20shop/paid/", "/hooks/7/sent")) {
            assertThat(hooks.handle(Request.builder(Method.POST, path).build(), view -> DONE))
                    .isSameAs(DONE);
        }
        for (String path : List.of(
                "/hooks/7/paid",
                "/hooks/7/paid/more/",
                "/hooks//paid/",
                "/hooks/7/8/paid/",
                "/hooks/7/",
                "/hooks/",
                "/7/paid/",
                "/a/hooks/7/paid/",
                "/hooks/7/sent/",
                "/hooks/7/sent/more",
                "/hooks/7%2Fpaid/")) {
            refuses(hooks, Request.builder(Method.POST, path).build(), "has no secret yet");
        }
    }

    @Test
    void a_store_of_ones_own_keeps_what_a_cookie_would() throws Exception {
        var kept = new java.util.concurrent.atomic.AtomicReference<String>();
        var own = Csrf.of(CsrfSettings.standard(), new CsrfStore() {
            @Override
            public Optional<String> read(Request request) {
                return Optional.ofNullable(kept.get());
            }

            @Override
            public Response keep(Request request, Response response, String secret) {
                kept.set(secret);
                return response;
            }
        });

        Response page = own.handle(Request.builder(Method.GET, "/").build(), it -> Response.text(Csrf.token(it)));

        assertThat(page.headers().has("Set-Cookie")).isFalse();
        String token = new String(((Response.Full) page).body(), UTF_8);
        assertThat(own.handle(form(Headers.none(), "csrfmiddlewaretoken=" + token), view -> DONE))
                .isSameAs(DONE);
    }

    @Test
    void a_token_without_the_middleware_is_a_mistake_that_says_what_to_do() {
        Request request = Request.builder(Method.GET, "/").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> Csrf.token(request))
                .withMessage(
                        "no Csrf stands around GET /: add Csrf.usual() to the middleware, and hand on the request that"
                                + " it handed to you");
    }

    @Test
    void a_first_token_in_a_body_that_is_streamed_comes_too_late() throws Exception {
        var streamed = (Response.Streamed) csrf.handle(
                Request.builder(Method.GET, "/").build(),
                request -> Response.stream(
                        "text/plain", out -> out.write(Csrf.token(request).getBytes(UTF_8))));

        assertThatIllegalStateException()
                .isThrownBy(() -> streamed.writer().writeTo(java.io.OutputStream.nullOutputStream()))
                .withMessageContaining("call Csrf.token(request) in the view");
    }

    @Test
    void settings_that_cannot_be_meant_are_refused() {
        for (String origin : List.of("example.org", "https://example.org/", "https://", "*")) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> CsrfSettings.standard().with(it -> it.trustedOrigins = List.of(origin)))
                    .withMessageContaining("\"" + origin + "\"");
        }
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> CsrfSettings.standard().with(it -> it.exempt = List.of("hooks/")))
                .withMessageContaining("a path begins with a slash");
    }
}
