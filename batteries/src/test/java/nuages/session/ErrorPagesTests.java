package nuages.session;

import static nuages.project.Settings.env;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nuages.message.Messages;
import nuages.project.Project;
import nuages.testing.Client;
import nuages.testing.Reply;
import nuages.testing.WebTest;
import nuages.web.http.HttpException;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.resource.Folder;
import nuages.web.routing.Routes;
import org.junit.jupiter.api.Test;

/** A site's own error pages, which look like its other pages and so tell messages and have forms. */
@WebTest(ErrorPagesTests.Shop.class)
class ErrorPagesTests {
    private static final SessionKey<Integer> TRIES = SessionKey.of("tries", Integer.class);

    /** A site whose views fail in different ways after they have changed the session. */
    static final class Shop {
        private Shop() {}

        static void main(String[] args) {
            Project.of(settings -> settings.secretKey(env("SECRET_KEY"))
                            .database(env("DATABASE_URL", "sqlite:shop.db"))
                            .apps(new Sessions(), new Messages())
                            .templates(it -> it.folder(Folder.beside(ErrorPagesTests.class, "pages")))
                            .routes(Shop::routes))
                    .run(args);
        }

        private static void routes(Routes routes) {
            routes.get("/missing/", request -> {
                note(request);
                throw new NotFound("a row of somebody else");
            });
            routes.get("/members/", request -> {
                note(request);
                throw new HttpException(Response.redirect("/login/"), "sign in first", null);
            });
            routes.get("/busy/", request -> {
                note(request);
                throw new HttpException(Status.SERVICE_UNAVAILABLE, "not now", null);
            });
            routes.get("/broken/", request -> {
                note(request);
                throw new IllegalStateException("broken");
            });
            routes.post("/sent/", request -> Response.text("fine"));
        }

        private static void note(Request request) {
            var session = Session.of(request);
            session.set(TRIES, session.get(TRIES).orElse(0) + 1);
            Messages.info(request, "tried");
        }
    }

    private static Optional<Integer> tries(Client client) {
        return client.look(request -> Session.of(request).get(TRIES));
    }

    private static Reply page(Client client, String url, int status) {
        var reply = client.withErrorPages().get(url);
        assertThat(reply.status().code()).isEqualTo(status);
        assertThat(reply.text()).contains("<title>Shop</title>", "<h1>Our own " + status + "</h1>");
        return reply;
    }

    @Test
    void a_page_that_is_not_there_tells_messages_and_has_a_token_and_the_session_is_kept(Client client) {
        var reply = page(client, "/missing/", 404);

        assertThat(reply.text()).contains("<p class=\"info\">tried</p>", "csrfmiddlewaretoken");
        assertThat(reply.headers().all("Vary")).anyMatch(it -> it.contains("Cookie"));
        assertThat(tries(client)).contains(1);
        assertThat(page(client, "/no/such/route/", 404).text()).doesNotContain("tried");
    }

    @Test
    void what_a_view_has_said_before_it_sends_visitors_elsewhere_is_told_there(Client client) {
        var reply = client.get("/members/");

        assertThat(reply).redirectsTo("/login/");
        assertThat(reply.headers().all("Vary")).anyMatch(it -> it.contains("Cookie"));
        assertThat(tries(client)).contains(1);
        assertThat(page(client, "/login/", 404).text()).contains("tried");
    }

    @Test
    void a_forged_form_is_refused_on_the_sites_own_page(Client client) {
        var reply = client.enforcingCsrf().withErrorPages().post("/sent/");

        assertThat(reply.status().code()).isEqualTo(403);
        assertThat(reply.text()).contains("<h1>Our own 403</h1>").doesNotContain("csrfmiddlewaretoken");
    }

    @Test
    void a_fault_has_the_sites_own_page_too_and_nothing_is_kept(Client client) {
        assertThat(page(client, "/broken/", 500).text()).doesNotContain("tried", "csrfmiddlewaretoken");
        assertThat(client.withErrorPages().get("/busy/").status().code()).isEqualTo(503);
        assertThat(tries(client)).isEmpty();
    }
}
