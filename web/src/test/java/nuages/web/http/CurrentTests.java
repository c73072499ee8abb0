package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import nuages.web.routing.Router;
import nuages.web.routing.Routes;
import org.junit.jupiter.api.Test;

class CurrentTests {
    private static final Key<String> VISITOR = Key.of("visitor");

    @Test
    void a_view_has_its_request_with_what_middleware_put_on_it() throws Exception {
        var routes = Routes.at("/");
        routes.get(
                "/",
                request -> Response.text(Request.current().attribute(VISITOR).orElse("nobody")));
        var request = Request.builder(Method.GET, "/").build().with(VISITOR, "Ada");

        var answer = (Response.Full) Router.of(routes).handle(request);

        assertThat(answer.body()).asString().isEqualTo("Ada");
    }

    @Test
    void outside_of_a_view_there_is_none() {
        assertThatIllegalStateException()
                .isThrownBy(Request::current)
                .withMessageContaining("no view is running in")
                .withMessageContaining("ask within the view, and hand on what is needed");
    }
}
