package nuages.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nuages.testing.servers.Kind;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions in a database, behind a server. */
@ParameterizedClass
@EnumSource
class SessionTests {
    private static final SessionKey<Integer> VISITS = SessionKey.of("visits", Integer.class);
    private static final int CROWD = 12;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @SuppressWarnings("NullAway.Init")
    private Site site;

    private final CyclicBarrier both = new CyclicBarrier(2);

    @BeforeEach
    void start() throws Exception {
        site = new Site(kind, new Sessions(), this::view);
    }

    @AfterEach
    void nothing_is_left_lent() {
        assertThat(site.database().snapshot().leases()).isEmpty();
        site.close();
    }

    @Test
    void a_view_that_does_not_ask_touches_no_connection_and_sets_no_cookie() throws Exception {
        var visitor = site.visitor();
        visitor.cookies.put("sessionid", "a".repeat(32));

        var response = visitor.get("/plain");

        assertThat(response.body()).isEqualTo("plain");
        assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "vary");
        assertThat(site.database().snapshot().open()).isZero();
    }

    @Test
    void a_new_visitor_whose_session_is_only_read_touches_no_connection_and_gets_no_cookie() throws Exception {
        var response = site.visitor().get("/visits");

        assertThat(response.body()).isEqualTo("0");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(response.headers().allValues("Vary")).containsExactly("Cookie");
        assertThat(site.database().snapshot().open()).isZero();
    }

    @Test
    void what_is_no_key_is_not_looked_up() throws Exception {
        var visitor = site.visitor();
        visitor.cookies.put("sessionid", "A'or'1'='1");

        var response = visitor.get("/visits");

        assertThat(response.headers().allValues("Set-Cookie"))
                .containsExactly("sessionid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        assertThat(site.database().snapshot().open()).isZero();
    }

    @Test
    void a_session_remembers() throws Exception {
        var visitor = site.visitor();

        var first = visitor.get("/count");
        var second = visitor.get("/count");

        assertThat(first.body()).isEqualTo("1");
        assertThat(second.body()).isEqualTo("2");
        assertThat(first.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("sessionid=[a-z0-9]{32}; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax");
        assertThat(second.headers().allValues("Vary")).containsExactly("Cookie");
        assertThat(site.visitor().get("/visits").body()).isEqualTo("0");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_session_that_is_only_read_is_not_saved() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");
        String before = data();
        site.pass(Duration.ofDays(1));

        var response = visitor.get("/visits");
        var same = visitor.get("/same");

        assertThat(response.body()).isEqualTo("1");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(same.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(data()).isEqualTo(before);
    }

    @Test
    void a_session_that_somebody_made_up_is_not_taken_over() throws Exception {
        var victim = site.visitor();
        victim.cookies.put("sessionid", "f".repeat(32));

        victim.get("/count");

        assertThat(victim.cookies.get("sessionid")).isNotEqualTo("f".repeat(32));
        var attacker = site.visitor();
        attacker.cookies.put("sessionid", "f".repeat(32));
        assertThat(attacker.get("/visits").body()).isEqualTo("0");
    }

    @Test
    void another_key_makes_the_old_one_worthless_and_keeps_the_values() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");
        var attacker = site.visitor();
        attacker.cookies.putAll(visitor.cookies);

        visitor.get("/cycle");

        assertThat(visitor.cookies).isNotEqualTo(attacker.cookies);
        assertThat(visitor.get("/visits").body()).isEqualTo("1");
        assertThat(attacker.get("/visits").body()).isEqualTo("0");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void what_is_flushed_is_gone() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");
        var thief = site.visitor();
        thief.cookies.putAll(visitor.cookies);

        var response = visitor.get("/flush");

        assertThat(response.headers().allValues("Set-Cookie"))
                .containsExactly("sessionid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        assertThat(thief.get("/visits").body()).isEqualTo("0");
        assertThat(rows()).isZero();
    }

    @Test
    void what_is_remembered_after_a_flush_is_in_a_new_session() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");
        var old = visitor.cookies.get("sessionid");

        visitor.get("/begin-anew");

        assertThat(visitor.cookies.get("sessionid")).isNotNull().isNotEqualTo(old);
        assertThat(visitor.get("/visits").body()).isEqualTo("100");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void two_requests_at_once_keep_what_both_have_changed() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");

        atOnce(List.of("/meet?tea", "/meet?coffee"), visitor);

        assertThat(visitor.get("/names").body()).isEqualTo("[coffee, tea, visits]");
    }

    @Test
    void a_crowd_of_requests_keeps_what_all_have_changed() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");
        var targets =
                IntStream.range(10, 10 + CROWD).mapToObj(i -> "/set?n" + i).toList();

        atOnce(targets, visitor);

        assertThat(visitor.get("/names").body().split(", ")).hasSize(CROWD + 1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_session_that_was_deleted_meanwhile_is_not_made_anew() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");
        var other = site.visitor();
        other.cookies.putAll(visitor.cookies);

        var replies = atOnce(List.of("/meet?tea", "/meet-and-delete"), other);

        assertThat(replies).containsExactlyInAnyOrder(400, 200);
        assertThat(rows()).isZero();
    }

    @Test
    void a_view_that_fails_saves_nothing() throws Exception {
        var visitor = site.visitor();

        assertThat(visitor.get("/fail").statusCode()).isEqualTo(500);
        assertThat(visitor.get("/answer-500").statusCode()).isEqualTo(500);
        assertThat(visitor.cookies).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void a_stream_can_read_what_the_view_has_read_and_change_nothing() throws Exception {
        var visitor = site.visitor();
        visitor.get("/count");

        assertThat(visitor.get("/stream").body())
                .isEqualTo("1, the session was asked for when the answer's headers had been made: read and change it in"
                        + " the view, before the body is streamed");
    }

    @Test
    void without_sessions_the_message_says_what_to_add() {
        assertThatThrownBy(() -> Session.of(Request.builder(Method.GET, "/").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "there is no session: add new Sessions() to the apps of the project, and hand on the request"
                                + " that the view was given");
    }

    private Response view(Request request) throws Exception {
        if (request.path().equals("/plain")) {
            return Response.text("plain");
        }
        var session = Session.of(request);
        change(request, session);
        return switch (request.path()) {
            case "/fail" -> throw new IllegalStateException("as the test wants it");
            case "/answer-500" -> Response.text("no").with(Status.INTERNAL_SERVER_ERROR);
            case "/names" ->
                Response.text(session.names().stream().sorted().toList().toString());
            case "/stream" ->
                Response.stream("text/plain", out -> out.write(late(session).getBytes(UTF_8)));
            default -> Response.text(String.valueOf(session.get(VISITS).orElse(0)));
        };
    }

    private void change(Request request, Session session) throws Exception {
        int visits = session.get(VISITS).orElse(0);
        switch (request.path()) {
            case "/count", "/fail", "/answer-500" -> session.set(VISITS, visits + 1);
            case "/same" -> session.set(VISITS, visits);
            case "/cycle" -> session.cycleKey();
            case "/flush" -> session.flush();
            case "/begin-anew" -> {
                session.flush();
                session.set(VISITS, 100);
            }
            case "/set" -> session.set(SessionKey.of(request.query(), String.class), "hot");
            case "/meet" -> {
                session.set(SessionKey.of(request.query(), String.class), "hot");
                meet();
                meet();
            }
            case "/meet-and-delete" -> {
                meet();
                nuages.session.store.Session.objects.delete();
                meet();
            }
            default -> {}
        }
    }

    private void meet() throws Exception {
        both.await(20, TimeUnit.SECONDS);
    }

    private static String late(Session session) {
        try {
            session.set(VISITS, 7);
            return "changed";
        } catch (IllegalStateException late) {
            return session.get(VISITS).orElseThrow() + ", " + late.getMessage();
        }
    }

    private List<Integer> atOnce(List<String> targets, Site.Visitor visitor) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = targets.stream()
                    .map(target -> executor.submit(() -> {
                        var same = site.visitor();
                        same.cookies.putAll(visitor.cookies);
                        return same.get(target).statusCode();
                    }))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> each : sent) {
                statuses.add(each.get());
            }
            return statuses;
        }
    }

    private long rows() throws Exception {
        return site.within(nuages.session.store.Session.objects::count);
    }

    private String data() throws Exception {
        return site.within(() -> nuages.session.store.Session.objects.one().sessionData);
    }
}
