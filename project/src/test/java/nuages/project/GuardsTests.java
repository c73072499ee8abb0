package nuages.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.middleware.ContentSecurityPolicy;
import nuages.web.middleware.Csrf;
import nuages.web.middleware.SecurityHeaders;
import nuages.web.resource.Folder;
import nuages.web.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardsTests {
    private static Handler site(Map<String, String> variables, Consumer<Settings> more) {
        var settings = new Settings(new Environment(variables, Path.of("no such file")));
        more.accept(settings.routes(it -> {
            it.get(
                    "/",
                    request -> Response.text(request.remote().getHostString() + " "
                            + request.secure() + " " + Csrf.token(request) + " "
                            + ContentSecurityPolicy.nonce(request)));
            it.post("/", request -> Response.text("posted"));
        }));
        return new Composer(settings).site().handler();
    }

    private static Handler site(Consumer<Settings> more) {
        return site(Map.of(), more);
    }

    private static Request get(String host, String... headers) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of(headers).with("Host", host))
                .remote(new InetSocketAddress(InetAddress.ofLiteral("10.1.1.1"), 1))
                .build();
    }

    private static Status status(Handler site, Request request) throws Exception {
        return site.handle(request).status();
    }

    private static String header(Handler site, Request request, String name) throws Exception {
        return site.handle(request).headers().first(name).orElse("");
    }

    @Test
    void a_site_is_guarded_when_nothing_is_said() throws Exception {
        var site = site(settings -> {});

        var answer = (Response.Full) site.handle(get("localhost:8000"));

        assertThat(answer.status()).isEqualTo(Status.OK);
        String nonce = new String(answer.body(), UTF_8).split(" ")[3];
        assertThat(answer.headers().first("Content-Security-Policy").orElse(""))
                .contains("script-src 'nonce-" + nonce + "' 'strict-dynamic';");
        assertThat(answer.headers().first("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().has("X-Request-ID")).isTrue();
        assertThat(answer.headers().has("Strict-Transport-Security")).isFalse();
        assertThat(answer.headers().first("Set-Cookie").orElse("")).startsWith("csrftoken=");
        Request forged = Request.builder(Method.POST, "/")
                .headers(Headers.of("Host", "localhost"))
                .build();
        assertThat(status(site, forged)).isEqualTo(Status.FORBIDDEN);
        assertThat(status(site, Csrf.unchecked(forged))).isEqualTo(Status.OK);
    }

    @Test
    void even_refusals_have_the_headers() throws Exception {
        var refused = site(settings -> {}).handle(get("evil.org"));

        assertThat(refused.status()).isEqualTo(Status.BAD_REQUEST);
        assertThat(refused.headers().has("Content-Security-Policy")).isTrue();
        assertThat(refused.headers().has("X-Request-ID")).isTrue();
    }

    @Test
    void hosts_that_are_named_are_answered_and_others_only_while_developing() throws Exception {
        var named = site(settings -> settings.allowedHosts(".example.org"));
        var developed = site(settings -> settings.allowedHosts(".example.org").debug(true));
        var environment = site(
                Map.of("NUAGES_ALLOWED_HOSTS", "a.test, b.test"), settings -> settings.allowedHosts("example.org"));
        var address = site(settings -> settings.server(it -> it.host = "10.7.7.7"));

        assertThat(status(named, get("www.example.org"))).isEqualTo(Status.OK);
        assertThat(status(named, get("localhost"))).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(developed, get("localhost"))).isEqualTo(Status.OK);
        assertThat(status(developed, get("example.org"))).isEqualTo(Status.OK);
        assertThat(status(developed, get("evil.org"))).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(environment, get("b.test"))).isEqualTo(Status.OK);
        assertThat(status(environment, get("example.org"))).isEqualTo(Status.BAD_REQUEST);
        assertThat(status(address, get("10.7.7.7:8000"))).isEqualTo(Status.OK);
        assertThat(status(address, get("127.0.0.1:8000"))).isEqualTo(Status.OK);
    }

    @Test
    void a_proxy_that_is_named_is_believed() throws Exception {
        Request told = get("localhost", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");

        assertThat(body(site(settings -> {}), told)).startsWith("10.1.1.1 false ");
        assertThat(body(site(settings -> settings.trustedProxies("10.0.0.0/8")), told))
                .startsWith("203.0.113.9 true ");
        assertThat(body(site(Map.of("NUAGES_TRUSTED_PROXIES", "10.1.1.1"), settings -> {}), told))
                .startsWith("203.0.113.9 true ");
    }

    private static String body(Handler site, Request request) throws Exception {
        return new String(((Response.Full) site.handle(request)).body(), UTF_8);
    }

    @Test
    void tls_is_insisted_on_if_that_is_wanted_and_never_while_developing() throws Exception {
        Consumer<Settings> wanted =
                settings -> settings.trustedProxies("10.0.0.0/8").https(it -> {
                    it.exempt = List.of("/ping");
                    it.host = Optional.of("example.org");
                });
        Request secure = get("localhost", "X-Forwarded-Proto", "https");

        assertThat(header(site(wanted), get("localhost:8000"), "Location")).isEqualTo("https://example.org/");
        assertThat(header(site(wanted), secure, "Strict-Transport-Security")).isEqualTo("max-age=3600");
        assertThat(header(site(Map.of("NUAGES_HTTPS", "true"), settings -> {}), get("localhost:8000"), "Location"))
                .isEqualTo("https://localhost/");
        assertThat(status(site(Map.of("NUAGES_HTTPS", "false"), wanted), get("localhost")))
                .isEqualTo(Status.OK);
        var developed = site(wanted.andThen(settings -> settings.debug(true)));
        assertThat(status(developed, get("localhost"))).isEqualTo(Status.OK);
        assertThat(header(developed, secure, "Strict-Transport-Security")).isEmpty();
    }

    @Test
    void what_a_site_brings_itself_takes_the_place_of_ours() throws Exception {
        var site = site(settings -> settings.middleware(SecurityHeaders.usual().with("X-Frame-Options", "SAMEORIGIN"))
                .without(Csrf.class)
                .csp(policy -> policy.and("img-src", "https://images.example.org")));

        var answer = site.handle(Request.builder(Method.POST, "/")
                .headers(Headers.of("Host", "localhost"))
                .build());

        assertThat(answer.status()).isEqualTo(Status.OK);
        assertThat(answer.headers().all("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(answer.headers().first("Content-Security-Policy").orElse(""))
                .contains("img-src 'self' data: https://images.example.org;");
    }

    @Test
    void templates_write_tokens_and_nonces(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("form.html"),
                "<form>{{ csrf_input() }}</form><script nonce=\"{{ csp_nonce() }}\">'{{ csrf_token() }}'</script>");
        var site = site(settings -> settings.templates(it -> it.folder(Folder.of(folder)))
                .routes(it -> it.get("/form", request -> Templates.html("form"))));

        var page = (Response.Full) site.handle(Request.builder(Method.GET, "/form")
                .headers(Headers.of("Host", "localhost"))
                .build());

        assertThat(new String(page.body(), UTF_8))
                .matches("<form><input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"\\w{64}\"></form>"
                        + "<script nonce=\"[\\w-]{22}\">'\\w{64}'</script>");
        assertThat(page.headers().first("Content-Security-Policy").orElse("")).contains("'nonce-");
    }

    @Test
    void what_is_wrong_is_told_together() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> site(
                        Map.of("NUAGES_TRUSTED_PROXIES", "proxy", "NUAGES_HTTPS", "maybe"),
                        settings ->
                                settings.allowedHosts("https://example.org").csrf(it -> it.exempt = List.of("hooks"))))
                .withMessageStartingWith("4 settings are missing or wrong:")
                .withMessageContainingAll(
                        "trustedProxies has \"proxy\"",
                        "NUAGES_HTTPS is \"maybe\"",
                        "allowedHosts has \"https://example.org\"",
                        "csrf.exempt has \"hooks\"");
    }
}
