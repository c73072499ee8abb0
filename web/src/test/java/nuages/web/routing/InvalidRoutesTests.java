package nuages.web.routing;

import static nuages.web.http.Response.text;
import static nuages.web.routing.Param.LONG;
import static nuages.web.routing.Param.PATH;
import static nuages.web.routing.Param.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidRoutesTests {
    private final Routes routes = Routes.at("");

    @Test
    void all_mistakes_are_told_together_with_their_lines() {
        Routes shop = Routes.at("/shop/");
        shop.get("/{id}/", LONG, (request, id) -> text("one"));
        shop.get("/{pk}/", LONG, (request, id) -> text("another"));
        shop.get("{id}", LONG, (request, id) -> text("no slash"));

        assertThatThrownBy(() -> Router.of(shop))
                .isInstanceOf(InvalidRoutes.class)
                .hasMessage("""
                    the routes have 3 mistakes, so the site cannot start:
                      InvalidRoutesTests.java:20: prefix "/shop/": it ends with a slash: leave that to the patterns
                      InvalidRoutesTests.java:22: GET /shop//{pk}/: the same requests already go to GET /shop//{id}/ of InvalidRoutesTests.java:21: remove one of them
                      InvalidRoutesTests.java:23: GET /shop/{id}: it does not begin with a slash: write "/{id}\"\
                    """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | it does not begin with a slash: write \"/x\"",
                "'' | it is empty, and no path is: write \"/\"",
                "/a//b | there is nothing between two slashes: write one slash",
                "// | there is nothing between two slashes: write one slash",
                "/a/../b | \"..\" is never part of a decoded path: write it decoded, without ? and #",
                "/caf%C3%A9 | \"caf%C3%A9\" is never part of a decoded path: write it decoded, without ? and #",
                "/a?b=c | \"a?b=c\" is never part of a decoded path: write it decoded, without ? and #",
                "/{id} | places in braces: 1, parameters: 0; they are matched in order, so give one for each",
                "/{id | \"{id\" has lone braces: a value is written as {id}",
                "/a} | \"a}\" has lone braces: a value is written as {id}",
                "/{a}-{b} | read others with a Param of your own",
                "/a%{b} | \"a%\" is never part of a decoded path: write it decoded, without ? and #",
                "/{} | \"{}\" is not a name in braces: use letters and digits, as in {id}",
                "/{a-b} | \"{a-b}\" is not a name in braces: use letters and digits, as in {id}"
            })
    void a_bad_pattern_is_refused(String pattern, String problem) {
        routes.get(pattern, request -> text("never"));

        assertThat(problem(routes)).endsWith(problem);
    }

    @Test
    void braces_and_parameters_must_be_as_many() {
        routes.get("/a/", LONG, (request, id) -> text("never"));

        assertThat(problem(routes)).contains("places in braces: 0, parameters: 1");
    }

    @Test
    void a_name_may_be_there_once() {
        routes.get("/{id}/{id}/", LONG, LONG, (request, a, b) -> text("never"));

        assertThat(problem(routes)).contains("{id} is there twice");
    }

    @Test
    void nothing_may_follow_a_path() {
        routes.get("/{path}/edit/", PATH, (request, path) -> text("never"));

        assertThat(problem(routes)).contains("something follows a path parameter");
    }

    @Test
    void any_takes_the_place_of_every_method() {
        routes.any("/{x}/", STRING, (request, x) -> text("any"));
        routes.post("/{y}/", STRING, (request, y) -> text("never"));

        assertThat(problem(routes))
                .contains("the same requests already go to GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS /{x}/");
    }

    @Test
    void a_prefix_has_no_parameters() {
        Routes team = Routes.at("/{team}");
        team.get("/", request -> text("never"));

        assertThat(problem(team)).contains("prefix \"/{team}\": places in braces: 1, parameters: 0");
    }

    private static String problem(Routes routes) {
        InvalidRoutes invalid = catchThrowableOfType(InvalidRoutes.class, () -> Router.of(routes));
        assertThat(invalid.problems()).hasSize(1);
        return invalid.problems().getFirst();
    }
}
