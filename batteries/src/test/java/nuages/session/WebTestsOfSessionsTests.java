package nuages.session;

import static nuages.project.Settings.env;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nuages.project.Project;
import nuages.testing.Client;
import nuages.testing.TestClock;
import nuages.testing.WebTest;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;

/** What the tests of a site with sessions can do. */
@WebTest(WebTestsOfSessionsTests.Shop.class)
class WebTestsOfSessionsTests {
    private static final SessionKey<Integer> CART = SessionKey.of("cart", Integer.class);

    /** A site that remembers how much is in a cart. */
    static final class Shop {
        private Shop() {}

        static void main(String[] args) {
            Project.of(settings -> settings.secretKey(env("SECRET_KEY"))
                            .database(env("DATABASE_URL", "sqlite:shop.db"))
                            .apps(new Sessions().with(it -> it.absoluteAge = Optional.of(Duration.ofDays(30))))
                            .routes(it -> it.get(
                                    "/cart/",
                                    request -> Response.text(Session.of(request)
                                            .get(CART)
                                            .map(count -> "there are " + count)
                                            .orElse("it is empty"))))
                            .routes(it -> it.post("/cart/", request -> {
                                Session.of(request)
                                        .set(CART, Session.of(request).get(CART).orElse(0) + 1);
                                return Response.redirect("/cart/");
                            })))
                    .run(args);
        }
    }

    @Test
    void a_test_puts_something_into_the_session_and_the_site_finds_it(Client client) {
        client.prepare(request -> Session.of(request).set(CART, 3));

        assertThat(client.get("/cart/")).hasText("there are 3");
        assertThat(client.another().get("/cart/")).hasText("it is empty");
    }

    @Test
    void a_test_looks_at_what_the_site_has_put_there(Client client) {
        client.post("/cart/");
        client.post("/cart/");

        Optional<Integer> count = client.look(request -> Session.of(request).get(CART));
        assertThat(count).contains(2);
        assertThat(client.cookie("sessionid")).isPresent();
    }

    @Test
    void a_visitor_who_stays_away_is_forgotten(Client client, TestClock clock) {
        client.post("/cart/");
        String key = client.cookie("sessionid").orElseThrow();
        clock.forward(Duration.ofDays(13));
        assertThat(client.get("/cart/")).hasText("there are 1");

        clock.forward(Duration.ofDays(2));

        assertThat(client.get("/cart/")).hasText("it is empty");
        assertThat(client.cookie("sessionid")).as("as the browser forgot it").isEmpty();
        client.setCookie("sessionid", key);
        assertThat(client.get("/cart/")).as("to one who kept it").hasText("it is empty");
    }

    @Test
    void a_session_in_use_ends_when_it_is_too_old(Client client, TestClock clock) {
        for (int week : List.of(1, 2, 3, 4)) {
            client.post("/cart/");
            assertThat(client.get("/cart/")).hasText("there are " + week);
            clock.forward(Duration.ofDays(7));
        }
        clock.forward(Duration.ofDays(3));

        assertThat(client.get("/cart/")).hasText("it is empty");
    }
}
