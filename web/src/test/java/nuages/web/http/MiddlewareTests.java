package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiddlewareTests {
    private final List<Stage> seen = new ArrayList<>();

    @Test
    void the_first_stands_outermost() throws Exception {
        var stack = Middleware.stack(
                List.of(noting(Stage.REQUEST_ID), noting(Stage.SESSIONS), noting(Stage.SITE), noting(Stage.SITE)),
                request -> Response.text("done"));

        stack.handle(Request.builder(Method.GET, "/").build());

        assertThat(seen).containsExactly(Stage.REQUEST_ID, Stage.SESSIONS, Stage.SITE, Stage.SITE);
    }

    @Test
    void one_that_must_stand_further_out_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Middleware.stack(
                        List.of(noting(Stage.CSRF), noting(Stage.SESSIONS)), request -> Response.text("done")))
                .withMessageContaining("(SESSIONS) stands inside of")
                .withMessageContaining("(CSRF), and must stand outside of it: swap them");
    }

    private Middleware noting(Stage stage) {
        return new Middleware() {
            @Override
            public Response handle(Request request, Handler next) throws Exception {
                seen.add(stage);
                return next.handle(request);
            }

            @Override
            public Stage stage() {
                return stage;
            }
        };
    }
}
