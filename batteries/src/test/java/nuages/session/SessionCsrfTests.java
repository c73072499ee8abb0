package nuages.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import nuages.testing.servers.Kind;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.middleware.Csrf;
import nuages.web.middleware.CsrfSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCsrfTests {
    @SuppressWarnings("NullAway.Init")
    private Site site;

    @BeforeEach
    void start() throws Exception {
        var csrf = Csrf.of(CsrfSettings.standard(), new SessionCsrf());
        site = new Site(Kind.SQLITE, new Sessions(), List.of(csrf), SessionCsrfTests::view);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_secret_is_in_the_session_and_in_no_cookie() throws Exception {
        var visitor = site.visitor();

        String token = visitor.get("/form").body();

        assertThat(visitor.cookies).containsOnlyKeys("sessionid");
        assertThat(visitor.post("/form", field(token)).statusCode()).isEqualTo(200);
        assertThat(visitor.post("/form", "").statusCode()).isEqualTo(403);
    }

    @Test
    void a_second_form_with_the_same_secret_saves_nothing() throws Exception {
        var visitor = site.visitor();
        String first = visitor.get("/form").body();

        var second = visitor.get("/form");

        assertThat(second.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(visitor.post("/form", field(first)).statusCode()).isEqualTo(200);
    }

    @Test
    void the_token_of_another_visitor_is_refused() throws Exception {
        String token = site.visitor().get("/form").body();
        var victim = site.visitor();
        victim.get("/form");

        assertThat(victim.post("/form", field(token)).statusCode()).isEqualTo(403);
        assertThat(site.visitor().post("/form", field(token)).statusCode()).isEqualTo(403);
    }

    @Test
    void a_page_without_a_form_has_no_session() throws Exception {
        var visitor = site.visitor();

        assertThat(visitor.get("/plain").headers().map()).doesNotContainKeys("set-cookie", "vary");
    }

    private static String field(String token) {
        return Csrf.FIELD + "=" + URLEncoder.encode(token, UTF_8);
    }

    private static Response view(Request request) {
        return Response.text(
                request.path().equals("/form") && request.method() == Method.GET ? Csrf.token(request) : "done");
    }
}
