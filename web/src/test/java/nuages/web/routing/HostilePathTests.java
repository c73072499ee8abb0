package nuages.web.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths that are made to cost much: what a router does with them grows with their length and no faster. */
class HostilePathTests {
    private static final int SHORT = 20_000;
    private static final int TIMES = 16;

    /** Twice as much again as a length that grows so much would cost; a square would cost {@link #TIMES} times more. */
    private static final int MOST = 4 * TIMES;

    private final AtomicLong characters = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();

    /** A converter of a site's own, which counts what it is asked to look at, and takes everything. */
    private final Param<String> counted = Param.of("counted", this::read, it -> it);

    private final Param<String> refusing = Param.of("refusing", this::refuse, it -> it);

    private Optional<String> read(String text) {
        calls.incrementAndGet();
        characters.addAndGet(text.length());
        return Optional.of(text);
    }

    private Optional<String> refuse(String text) {
        read(text);
        return Optional.empty();
    }

    /** At each place a literal, values of all kinds and a path could follow, and nothing ends. */
    private Router router() {
        var routes = Routes.at("");
        Route1.View<Object> one = (request, a) -> Response.text("");
        for (String end : new String[] {"", "/x", "/x/a/b"}) {
            routes.get("/a/a/{a}" + end + "/no/", Param.LONG, one::view);
            routes.get("/a/a/{a}" + end + "/no/", Param.SLUG, one::view);
            routes.get("/a/a/{a}" + end + "/no/", Param.UUID, one::view);
            routes.get("/a/a/{a}" + end + "/no/", refusing, one::view);
            routes.get(
                    "/a/{a}/{b}/{c}" + end + "/no/",
                    counted,
                    counted,
                    counted,
                    (request, a, b, c) -> one.view(request, a));
            routes.get("/{a}/a/{c}" + end + "/no/", Param.STRING, counted, (request, a, c) -> one.view(request, a));
            routes.get(
                    "/{a}/{b}/{c}" + end + "/no/",
                    counted,
                    Param.STRING,
                    counted,
                    (request, a, b, c) -> one.view(request, a));
        }
        routes.post("/a/{rest}/", Param.PATH, one::view);
        routes.post("/a/a/{rest}/", Param.PATH, one::view);
        return Router.of(routes);
    }

    static String[] shapes() {
        return new String[] {"a", "a/", "0", "-", "/", "9/", ".a", "%2F", "é/", "\uD83D\uDE00"};
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void the_steps_grow_with_the_length_of_a_path(String part) {
        long few = steps("/a/a/" + part.repeat(SHORT));
        long many = steps("/a/a/" + part.repeat(SHORT * TIMES));

        assertThat(many).isLessThanOrEqualTo((few + 100) * TIMES);
    }

    private long steps(String path) {
        calls.set(0);
        characters.set(0);
        refused(router(), path);
        assertThat(calls).hasValueLessThan(100);
        return calls.get() + characters.get();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void the_time_grows_with_the_length_of_a_path(String part) {
        var router = router();
        String few = "/a/a/" + part.repeat(SHORT);
        String many = "/a/a/" + part.repeat(SHORT * TIMES);
        best(router, few); // once for the compiler

        long allowed = MOST * Math.max(best(router, few), 100_000);

        assertThat(best(router, many)).isLessThan(allowed);
    }

    /** Of several, so that a machine that does something else in between does not matter. */
    private static long best(Router router, String path) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            refused(router, path);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }

    private static void refused(Router router, String path) {
        assertThatThrownBy(() -> router.handle(Request.builder(Method.GET, path).build()))
                .isInstanceOfAny(NotFound.class, nuages.web.http.MethodNotAllowed.class);
    }

    @Test
    void a_slash_is_not_added_where_that_would_lead_to_another_site() {
        var routes = Routes.at("");
        routes.get("/{rest}/", Param.PATH, (request, rest) -> Response.text(rest));
        routes.get("/{name}/{more}/", Param.STRING, counted, (request, name, more) -> Response.text(name));
        var router = Router.of(routes);

        for (String path :
                new String[] {"//evil.org", "///evil.org", "/\\evil.org", "//evil.org/..a", "/\\/evil.org"}) {
            try {
                var response = router.handle(Request.builder(Method.GET, path).build());
                assertThat(response.headers().first("Location").orElse("/").substring(1))
                        .doesNotStartWith("/")
                        .doesNotStartWith("\\");
            } catch (Exception refused) {
                assertThat(refused).isInstanceOf(NotFound.class);
            }
        }
    }
}
