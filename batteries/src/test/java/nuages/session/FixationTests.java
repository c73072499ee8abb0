package nuages.session;

import static org.assertj.core.api.Assertions.assertThat;

import nuages.testing.servers.Kind;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attackers who bring about that a visitor logs in with a session they know: it is of no use to them afterwards. */
@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixationTests {
    private static final SessionKey<String> USER = SessionKey.of("user", String.class);
    private static final SessionKey<String> SEEN = SessionKey.of("seen", String.class);

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @SuppressWarnings("NullAway.Init")
    private Site.Visitor attacker;

    @SuppressWarnings("NullAway.Init")
    private Site.Visitor victim;

    @BeforeParameterizedClassInvocation
    void start() throws Exception {
        site = new Site(kind, new Sessions(), FixationTests::view);
    }

    @BeforeEach
    void meet() throws Exception {
        site.within(nuages.session.store.Session.objects::delete);
        attacker = site.visitor();
        attacker.get("/look");
        victim = site.visitor();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        site.close();
    }

    private static Response view(Request request) {
        var session = Session.of(request);
        switch (request.path()) {
            case "/look" -> session.set(SEEN, "tea");
            case "/login", "/cycle-first" -> {
                if (request.path().equals("/cycle-first")) {
                    session.cycleKey();
                }
                session.set(USER, "Ada");
                session.cycleKey();
            }
            case "/flush-first" -> {
                session.flush();
                session.set(USER, "Ada");
            }
            case "/logout" -> session.flush();
            default -> {}
        }
        return Response.text(
                session.get(USER).orElse("nobody") + " " + session.get(SEEN).orElse("nothing"));
    }

    private String key(Site.Visitor visitor) {
        return visitor.cookies.getOrDefault("sessionid", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/cycle-first", "/flush-first"})
    void a_session_that_was_planted_is_dead_when_its_victim_has_logged_in(String login) throws Exception {
        victim.cookies.putAll(attacker.cookies);

        victim.get(login);

        assertThat(key(victim)).hasSize(32).isNotEqualTo(key(attacker));
        assertThat(victim.get("/").body()).startsWith("Ada ");
        assertThat(attacker.get("/").body()).isEqualTo("nobody nothing");
        assertThat(attacker.cookies).isEmpty();
        assertThat(site.<Long, RuntimeException>within(nuages.session.store.Session.objects::count))
                .isEqualTo(1);
    }

    @Test
    void a_session_that_was_planted_dead_does_not_come_to_life() throws Exception {
        var dead = site.visitor();
        dead.cookies.putAll(attacker.cookies);
        attacker.get("/logout");
        victim.cookies.putAll(dead.cookies);

        victim.get("/login");

        assertThat(key(victim)).isNotEqualTo(key(dead));
        assertThat(dead.get("/").body()).isEqualTo("nobody nothing");
    }

    @Test
    void a_second_cookie_beside_the_own_one_is_not_taken() throws Exception {
        victim.get("/login");
        String own = key(victim);

        victim.cookies.put("sessionid", own + "; sessionid=" + key(attacker));

        assertThat(victim.get("/").body()).isEqualTo("Ada nothing");
    }

    @Test
    void an_id_is_taken_from_nothing_but_the_cookie() throws Exception {
        victim.get("/login");

        String body = attacker.post("/?sessionid=" + key(victim), "sessionid=" + key(victim))
                .body();

        assertThat(body).isEqualTo("nobody tea");
        assertThat(site.visitor().get("/;sessionid=" + key(victim)).body()).isEqualTo("nobody nothing");
    }
}
