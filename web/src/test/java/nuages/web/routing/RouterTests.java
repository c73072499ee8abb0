package nuages.web.routing;

import static nuages.web.http.Method.DELETE;
import static nuages.web.http.Method.GET;
import static nuages.web.http.Method.HEAD;
import static nuages.web.http.Method.OPTIONS;
import static nuages.web.http.Method.POST;
import static nuages.web.http.Method.PUT;
import static nuages.web.http.Method.TRACE;
import static nuages.web.http.Response.text;
import static nuages.web.routing.Param.LONG;
import static nuages.web.routing.Param.PATH;
import static nuages.web.routing.Param.SLUG;
import static nuages.web.routing.Param.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nuages.web.http.BadRequest;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTests {
    private final Routes routes = Routes.at("");

    @Test
    void an_app_as_its_users_write_it_routes_and_reverses() throws Exception {
        Router router = Router.of(PollUrls.routes);

        assertThat(body(router, GET, PollUrls.index.url())).isEqualTo("index of /polls/");
        assertThat(body(router, GET, PollUrls.detail.url(7L))).isEqualTo("poll 7");
        assertThat(body(router, GET, PollUrls.archive.url(2026, "tea-or-coffee")))
                .isEqualTo("2026 tea-or-coffee");
        assertThat(body(router, GET, PollUrls.day.url(2026, 11, 21))).isEqualTo("2026-11-21");
        assertThat(send(router, POST, PollUrls.vote.url(7L)).headers().first("Location"))
                .contains("/polls/7/");
        assertThat(PollUrls.vote.pattern()).isEqualTo("/polls/{id}/vote/");
        assertThat(PollUrls.vote).hasToString("POST /polls/{id}/vote/");
    }

    @Test
    void routes_of_a_router_take_no_more() {
        Router.of(PollUrls.routes);

        assertThatThrownBy(() -> PollUrls.routes.get("/late/", request -> text("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "routes of PollUrls.java:14 were added or changed after the router had been made, which would"
                                + " never see it: declare them before");
        assertThatThrownBy(() -> PollUrls.index.onEventLoop())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed after the router had been made");
    }

    @Test
    void a_router_knows_which_paths_never_wait() {
        routes.get("/caf\u00e9/", request -> text("")).onEventLoop();
        routes.any("/any", request -> text("")).onEventLoop();
        routes.post("/post", request -> text("")).onEventLoop();
        routes.get("/usual", request -> text(""));
        Router router = Router.of(Routes.at("/site").include(routes));

        assertThat(router.neverWaits("/site/caf%C3%A9/")).isTrue();
        assertThat(router.neverWaits("/site/any")).isTrue();
        assertThat(List.of("/site/post", "/site/usual", "/site/any/", "/any", "*", ""))
                .noneMatch(router::neverWaits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/pollsx/",
                "/polls/x/",
                "/polls//",
                "//polls/",
                "/polls/7//",
                "/polls/7/vote/x/",
                "/polls/7/8/9/10/",
                "/polls/99999999999999999999/",
                "/polls/9223372036854775808/",
                "/polls/+7/",
                "/polls/%D9%A7/",
                "/polls/-/"
            })
    void what_matches_nothing_is_not_found(String target) {
        Router router = Router.of(PollUrls.routes);

        assertThatThrownBy(() -> send(router, GET, target)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_value_may_have_text_beside_it_and_is_nearer_than_one_alone() throws Exception {
        routes.get("/{name}", STRING, (request, name) -> text("any " + name));
        var feed = routes.get("/{slug}.xml", SLUG, (request, slug) -> text("feed " + slug));
        var user = routes.get("/@{name}/", STRING, (request, name) -> text("user " + name));
        var page = routes.get("/caf\u00e9-{id}.html", LONG, (request, id) -> text("page " + id));
        Router router = Router.of(routes);

        assertThat(feed.url("news")).isEqualTo("/news.xml");
        assertThat(body(router, GET, "/news.xml")).isEqualTo("feed news");
        assertThat(body(router, GET, "/.xml")).isEqualTo("any .xml");
        assertThat(body(router, GET, "/a%20b.xml")).isEqualTo("any a b.xml");
        assertThat(body(router, GET, user.url("zo\u00eb"))).isEqualTo("user zo\u00eb");
        assertThat(page.url(7L)).isEqualTo("/caf%C3%A9-7.html");
        assertThat(body(router, GET, page.url(7L))).isEqualTo("page 7");
        assertThat(body(router, GET, "/caf%C3%A9-x.html")).isEqualTo("any caf\u00e9-x.html");
    }

    @Test
    void whatever_treats_all_requests_can_ask_which_route_is_theirs() {
        Router router = Router.of(PollUrls.routes);
        var at = Request.builder(GET, "/polls/2026/tea/").build().with(Router.KEY, router);

        Matched matched = Matched.of(at).orElseThrow();
        assertThat(matched.pattern()).isEqualTo("/polls/{year}/{slug}/");
        assertThat(matched.values()).containsExactly(2026, "tea");
        assertThat(matched.is(PollUrls.archive)).isTrue();
        assertThat(matched.is(PollUrls.detail)).isFalse();
        assertThat(matched.is(PollUrls.index)).isFalse();
        assertThat(Matched.of(Request.builder(GET, "/no/").build().with(Router.KEY, router)))
                .isEmpty();
        assertThat(Matched.of(Request.builder(GET, "/polls/").build())).isEmpty();
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        routes.get("/", request -> text("read"));
        routes.post("/", request -> text("written"));
        Router router = Router.of(routes);

        assertThatThrownBy(() -> send(router, DELETE, "/")).isInstanceOfSatisfying(MethodNotAllowed.class, refused -> {
            assertThat(refused.status()).isEqualTo(Status.METHOD_NOT_ALLOWED);
            assertThat(refused.response().headers().first("Allow")).contains("GET, HEAD, POST, OPTIONS");
        });
    }

    @Test
    void options_are_answered_of_themselves() throws Exception {
        routes.put("/x/", request -> text("put"));
        routes.any("/", request -> text("root"));
        Router router = Router.of(routes);

        Response options = send(router, OPTIONS, "/x/");

        assertThat(options.status()).isEqualTo(Status.NO_CONTENT);
        assertThat(options.headers().first("Allow")).contains("PUT, OPTIONS");
        assertThat(send(router, OPTIONS, "*").headers().first("Allow"))
                .contains("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        assertThatThrownBy(() -> send(router, OPTIONS, "/y/")).isInstanceOf(NotFound.class);
    }

    @Test
    void head_is_answered_as_get_but_not_as_post() throws Exception {
        routes.get("/read/", request -> text("read by " + request.method()));
        routes.post("/write/", request -> text("written"));
        Router router = Router.of(routes);

        assertThat(body(router, HEAD, "/read/")).isEqualTo("read by HEAD");
        assertThatThrownBy(() -> send(router, HEAD, "/write/")).isInstanceOf(MethodNotAllowed.class);
    }

    @Test
    void any_takes_all_methods_but_those_no_site_wants() throws Exception {
        routes.any("/", request -> text(request.method().name()));
        Router router = Router.of(routes);

        for (Method method : List.of(GET, HEAD, POST, PUT, Method.PATCH, DELETE, OPTIONS)) {
            assertThat(body(router, method, "/")).isEqualTo(method.name());
        }
        assertThatThrownBy(() -> send(router, TRACE, "/")).isInstanceOf(MethodNotAllowed.class);
    }

    @Test
    void a_missing_slash_is_added_for_good_and_the_query_kept() throws Exception {
        Router router = Router.of(PollUrls.routes);

        Response moved = send(router, GET, "/polls/7?page=2&q=%20x");

        assertThat(moved.status()).isEqualTo(Status.MOVED_PERMANENTLY);
        assertThat(moved.headers().first("Location")).contains("/polls/7/?page=2&q=%20x");
        assertThat(send(router, HEAD, "/polls").headers().first("Location")).contains("/polls/");
    }

    @Test
    void no_slash_is_added_where_a_body_would_be_lost() {
        routes.post("/votes/", request -> text("voted"));
        Router router = Router.of(routes);

        assertThatThrownBy(() -> send(router, POST, "/votes"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("add the slash where this request is made");
        assertThatThrownBy(() -> send(router, GET, "/votes")).isInstanceOf(NotFound.class);
    }

    @Test
    void with_and_without_the_slash_can_be_two_routes() throws Exception {
        routes.get("/a", request -> text("without"));
        routes.get("/a/", request -> text("with"));
        Router router = Router.of(routes);

        assertThat(body(router, GET, "/a")).isEqualTo("without");
        assertThat(body(router, GET, "/a/")).isEqualTo("with");
    }

    @Test
    void no_redirect_leaves_the_site() {
        routes.get("/{slug}/", STRING, (request, slug) -> text(slug));
        routes.get("/files/{path}/", PATH, (request, path) -> text(path));
        routes.get("/{path}/", PATH, (request, path) -> text(path));
        Router router = Router.of(routes);

        for (String target : List.of("//evil.example", "/%2Fevil.example", "//evil.example/a", "///evil.example")) {
            assertThatThrownBy(() -> send(router, GET, target)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_backslash_in_a_redirect_is_encoded() throws Exception {
        routes.get("/{slug}/", STRING, (request, slug) -> text(slug));

        Response moved = send(Router.of(routes), GET, "/%5Cevil.example");

        assertThat(moved.headers().first("Location")).contains("/%5Cevil.example/");
    }

    @Test
    void a_literal_is_nearer_than_a_value_and_a_value_nearer_than_a_path() throws Exception {
        routes.get("/{path}", PATH, (request, path) -> text("path " + path));
        routes.get("/{slug}", SLUG, (request, slug) -> text("slug " + slug));
        routes.get("/new", request -> text("new"));
        Router router = Router.of(routes);

        assertThat(body(router, GET, "/new")).isEqualTo("new");
        assertThat(body(router, GET, "/old")).isEqualTo("slug old");
        assertThat(body(router, GET, "/old.txt")).isEqualTo("path old.txt");
        assertThat(body(router, GET, "/new/old")).isEqualTo("path new/old");
    }

    @Test
    void a_way_that_ends_is_left_for_another() throws Exception {
        routes.get("/a/b/c/", request -> text("literal"));
        routes.get("/{x}/b/{y}/", STRING, STRING, (request, x, y) -> text(x + " " + y));
        routes.get("/a/{x}/{y}/", STRING, LONG, (request, x, y) -> text(x + " then " + y));
        Router router = Router.of(routes);

        assertThat(body(router, GET, "/a/b/c/")).isEqualTo("literal");
        assertThat(body(router, GET, "/a/b/7/")).isEqualTo("b then 7");
        assertThat(body(router, GET, "/a/b/d/")).isEqualTo("a d");
    }

    @Test
    void a_route_for_the_method_is_found_behind_one_for_another() throws Exception {
        routes.get("/new/", request -> text("form"));
        routes.post("/{slug}/", SLUG, (request, slug) -> text("posted " + slug));
        Router router = Router.of(routes);

        assertThat(body(router, POST, "/new/")).isEqualTo("posted new");
        assertThat(send(router, OPTIONS, "/new/").headers().first("Allow")).contains("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void a_parameter_of_ones_own_that_reads_nothing_is_no_match() throws Exception {
        Param<Method> method = Param.of(
                "method",
                text -> Arrays.stream(Method.values())
                        .filter(each -> each.name().equalsIgnoreCase(text))
                        .findFirst(),
                value -> value.name().toLowerCase(Locale.ROOT));
        Route1<Method> route = routes.get("/{method}/", method, (request, value) -> text("is " + value));
        Router router = Router.of(routes);

        assertThat(body(router, GET, route.url(PUT))).isEqualTo("is PUT");
        assertThat(route.url(PUT)).isEqualTo("/put/");
        assertThatThrownBy(() -> send(router, GET, "/steal/")).isInstanceOf(NotFound.class);
    }

    @Test
    void included_routes_have_the_prefix_in_their_urls() throws Exception {
        Routes inner = Routes.at("/inner");
        Route1<Long> route = inner.get("/{id}/", LONG, (request, id) -> text("inner " + id));
        Router router = Router.of(Routes.all(List.of(Routes.at("/café").include(inner))));

        assertThat(route.url(1L)).isEqualTo("/caf%C3%A9/inner/1/");
        assertThat(body(router, GET, route.url(1L))).isEqualTo("inner 1");
    }

    @Test
    void routes_cannot_be_at_two_places() {
        Routes inner = Routes.at("/inner");
        Routes.at("/one").include(inner);
        Routes.at("/one").include(inner);

        assertThatThrownBy(() -> Routes.at("/two").include(inner))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are included behind \"/one\" and behind \"/two\"");
    }

    @Test
    void a_thousand_routes_work_like_one() throws Exception {
        var all = new ArrayList<Route1<Long>>();
        for (int i = 0; i < 1000; i++) {
            int number = i;
            all.add(routes.get(
                    "/app" + i % 10 + "/page" + i + "/{id}/", LONG, (request, id) -> text(number + ":" + id)));
        }
        Router router = Router.of(routes);

        for (int i = 0; i < 1000; i++) {
            assertThat(body(router, GET, all.get(i).url((long) i))).isEqualTo(i + ":" + i);
        }
        assertThatThrownBy(() -> send(router, GET, "/app1/page1000/1/")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_path_of_very_many_segments_is_not_found_at_once() {
        routes.get("/{a}/{b}/{c}/", STRING, STRING, STRING, (request, a, b, c) -> text(a + b + c));
        Router router = Router.of(routes);

        assertThatThrownBy(() -> send(router, GET, "/a".repeat(100_000))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/../etc", "/files/%2e%2e/etc", "/files/..%2Fetc", "/files/%2E", "/files/a%00.txt"})
    void no_path_climbs_or_hides_its_end(String target) {
        routes.get("/files/{path}", PATH, (request, path) -> text(path));
        Router router = Router.of(routes);

        assertThatThrownBy(() -> send(router, GET, target)).isInstanceOf(BadRequest.class);
    }

    @Test
    void what_a_view_throws_goes_through() {
        routes.get("/", request -> {
            throw new IOException("checked");
        });

        assertThatThrownBy(() -> send(Router.of(routes), GET, "/")).isInstanceOf(IOException.class);
    }

    private static Response send(Router router, Method method, String target) throws Exception {
        return router.handle(Request.to(method, target).build());
    }

    private static String body(Router router, Method method, String target) throws Exception {
        Response response = send(router, method, target);
        assertThat(response.status()).isEqualTo(Status.OK);
        return response instanceof Response.Full full ? new String(full.body(), StandardCharsets.UTF_8) : "";
    }
}
