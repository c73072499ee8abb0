package nuages.web.middleware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.OutputStream;
import nuages.web.http.Handler;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTests {
    private static final String HEADER = "Content-Security-Policy";
    private static final String BARE = "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'";

    private final Request request = Request.builder(Method.GET, "/").build();
    private final ContentSecurityPolicy strict = ContentSecurityPolicy.strict();

    private String policy(ContentSecurityPolicy csp, Handler view) throws Exception {
        return csp.handle(request, view).headers().first(HEADER).orElse("");
    }

    @Test
    void a_page_without_a_nonce_runs_no_script() throws Exception {
        assertThat(policy(strict, view -> Response.text(""))).isEqualTo(BARE);
    }

    @Test
    void a_nonce_is_the_same_all_through_an_answer_and_stands_in_its_policy() throws Exception {
        Response page = strict.handle(
                request, it -> Response.text(ContentSecurityPolicy.nonce(it) + " " + ContentSecurityPolicy.nonce(it)));

        String[] nonces = new String(((Response.Full) page).body(), UTF_8).split(" ");
        assertThat(nonces[0]).matches("[A-Za-z0-9_-]{22}").isEqualTo(nonces[1]);
        assertThat(page.headers().first(HEADER).orElse(""))
                .contains("script-src 'nonce-" + nonces[0] + "' 'strict-dynamic';")
                .contains("style-src 'self' 'nonce-" + nonces[0] + "';");
        assertThat(policy(strict, it -> Response.text(ContentSecurityPolicy.nonce(it))))
                .doesNotContain(nonces[0]);
    }

    @Test
    void a_view_changes_the_policy_of_its_answer_only() throws Exception {
        String changed = policy(strict, it -> {
            ContentSecurityPolicy.change(it, policy -> policy.and("img-src", "https://images.example.org"));
            ContentSecurityPolicy.change(it, policy -> policy.without("form-action"));
            return Response.text("");
        });

        assertThat(changed)
                .contains("img-src 'self' data: https://images.example.org;")
                .doesNotContain("form-action");
        assertThat(policy(strict, view -> Response.text(""))).isEqualTo(BARE);
        assertThat(policy(strict, view -> Response.text("").with(HEADER, "sandbox")))
                .isEqualTo("sandbox");
    }

    @Test
    void a_policy_may_be_reported_only() throws Exception {
        var trying = ContentSecurityPolicy.of(ContentPolicy.none())
                .reporting(ContentPolicy.strict().with("report-uri", "/csp/"));

        var headers = trying.handle(request, it -> Response.text(ContentSecurityPolicy.nonce(it)))
                .headers();

        assertThat(headers.has(HEADER)).isFalse();
        assertThat(headers.first("Content-Security-Policy-Report-Only").orElse(""))
                .contains("'nonce-")
                .endsWith("report-uri /csp/");
    }

    @Test
    void without_the_middleware_no_nonce_is_needed() {
        assertThat(ContentSecurityPolicy.nonce(request)).isEmpty();
    }

    @Test
    void a_first_nonce_in_a_body_that_is_streamed_comes_too_late() throws Exception {
        var streamed = (Response.Streamed) strict.handle(
                request,
                it -> Response.stream(
                        "text/html",
                        out -> out.write(ContentSecurityPolicy.nonce(it).getBytes(UTF_8))));

        assertThatIllegalStateException()
                .isThrownBy(() -> streamed.writer().writeTo(OutputStream.nullOutputStream()))
                .withMessageContaining("before the body is streamed");
    }

    @Test
    void what_is_added_is_added_to_what_the_fallback_allows() {
        var policy = ContentPolicy.strict()
                .and("font-src", "https://fonts.example.org")
                .and("object-src", "'self'");

        assertThat(policy.toString())
                .contains("font-src 'self' https://fonts.example.org")
                .contains("object-src 'self'");
        assertThat(ContentPolicy.none().with("upgrade-insecure-requests").toString())
                .isEqualTo("upgrade-insecure-requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x;script-src *", "x,y", "self", "None", "unsafe-inline", "a\r\nX: y"})
    void what_is_no_source_is_refused(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentPolicy.strict().with("img-src", source))
                .withMessageContaining(source);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentPolicy.none().with("Img-Src", "*"));
    }

    @Test
    void it_is_known_why_scripts_that_were_smuggled_in_would_run() {
        assertThat(ContentSecurityPolicy.strict().weakness()).isEmpty();
        assertThat(scripts("'self'", "https://cdn.example.org").weakness()).isEmpty();
        assertThat(scripts("'unsafe-inline'", "https:", ContentPolicy.NONCE, ContentPolicy.STRICT_DYNAMIC)
                        .weakness())
                .as("as old browsers need it")
                .isEmpty();
        assertThat(scripts("'self'", "'unsafe-inline'").weakness()).contains("""
            'unsafe-inline' lets them run, use nonces instead\
            """);
        assertThat(scripts("'self'", "https:").weakness())
                .contains("they may come from https:, name the sites that they come from");
        assertThat(ContentSecurityPolicy.of(ContentPolicy.none().with("default-src", "*"))
                        .weakness())
                .isPresent();
        assertThat(ContentSecurityPolicy.of(ContentPolicy.none().with("img-src", "'self'"))
                        .weakness())
                .contains("it says nothing of scripts, give it a script-src");
    }

    private static ContentSecurityPolicy scripts(String... sources) {
        return ContentSecurityPolicy.of(ContentPolicy.none().with("script-src", sources));
    }
}
