package nuages.web.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;

class RouteNamesTests {
    /** The routes of an app. */
    static final class PollUrls {
        static final Routes routes = Routes.at("/polls");
        static final Route0 index = routes.get("/", request -> Response.text(""));
        static final Route1<Long> detail = routes.get("/{id}/", Param.LONG, (request, id) -> Response.text(""));
        static final Route1<String> tag = routes.get("/tag/{tag}/", Param.STRING, (request, tag) -> Response.text(""));
        static final Route0 elsewhere = ShopUrls.index;

        private PollUrls() {}
    }

    /** The routes of another. */
    static final class ShopUrls {
        static final Routes routes = Routes.at("/shop");
        static final Routes more = Routes.at("/more");
        static final Route0 index = routes.get("/", request -> Response.text(""));
        static final Route0 basket = more.get("/basket/", request -> Response.text(""));

        private ShopUrls() {}
    }

    private final RouteNames names = RouteNames.of(Map.of("polls", PollUrls.routes), List.of(ShopUrls.routes));

    @Test
    void a_constant_is_called_by_its_app_and_by_its_class() {
        assertThat(names.url("polls.index", List.of())).isEqualTo("/polls/");
        assertThat(names.url("PollUrls.index", List.of())).isEqualTo("/polls/");
        assertThat(names.url("ShopUrls.index", List.of())).isEqualTo("/shop/");
    }

    @Test
    void a_name_tells_whether_a_request_is_for_its_route() {
        var router = Router.of(PollUrls.routes, ShopUrls.routes);
        var request = Request.builder(Method.GET, "/polls/7/").build().with(Router.KEY, router);

        assertThat(names.leads("polls.detail", request)).isTrue();
        assertThat(names.leads("polls.index", request)).isFalse();
        assertThatThrownBy(() -> names.leads("polls.detial", request)).hasMessageContaining("polls.detail");
    }

    @Test
    void values_may_be_of_any_type_whose_text_the_parameter_reads() {
        assertThat(names.url("polls.detail", List.of(7))).isEqualTo("/polls/7/");
        assertThat(names.url("polls.detail", List.of("7"))).isEqualTo("/polls/7/");
        assertThat(names.url("polls.tag", List.of("a/b".replace('/', '&')))).isEqualTo("/polls/tag/a&b/");
        assertThat(names.url("polls.tag", List.of("a b"))).isEqualTo("/polls/tag/a%20b/");
    }

    @Test
    void what_would_lead_nowhere_is_no_url() {
        assertThatThrownBy(() -> names.url("polls.detail", List.of("seven")))
                .hasMessage("\"seven\" cannot stand in a URL as a long: no such URL would lead back to the view");
        assertThatThrownBy(() -> names.url("polls.tag", List.of(".."))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> names.url("polls.detail", List.of()))
                .hasMessage("the URL /polls/{id}/ takes 1 values, and [] are 0: give one for each name in braces");
    }

    @Test
    void a_wrong_name_is_told_with_the_right_one() {
        assertThat(names.problem("polls.index")).isNull();
        assertThat(names.problem("polls:detail"))
                .isEqualTo("there is no route \"polls:detail\": did you mean PollUrls.detail or polls.detail?");
        assertThat(names.problem("polls.elsewhere")).startsWith("there is no route \"polls.elsewhere\", only [");
        assertThat(names.problem("ShopUrls.basket")).startsWith("there is no route");
    }

    @Test
    void included_routes_have_names_too() {
        var all = Routes.at("/all").include(ShopUrls.more);

        assertThat(RouteNames.of(Map.of("shop", all), List.of()).url("shop.basket", List.of()))
                .isEqualTo("/all/more/basket/");
    }
}
