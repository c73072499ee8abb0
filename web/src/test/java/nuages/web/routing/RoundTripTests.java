package nuages.web.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL made of a value leads back to the same value, whatever it is; or it is not made. */
class RoundTripTests {
    private static final int TRIES = 20_000;
    private static final String NASTY = "/%?#&=+;:@ \\\"'<>{}[]|^`~.-_äß€中😀\u0301\u202E\u00A0\uFEFF%2F%00..";

    private final Random random = new Random(20261121);
    private final AtomicReference<@Nullable Object> seen = new AtomicReference<>();
    private final Routes routes = Routes.at("/at");
    private final Route1<Long> ofLong = routes.get("/long/{v}/", Param.LONG, this::see);
    private final Route1<Integer> ofInt = routes.get("/int/{v}", Param.INT, this::see);
    private final Route1<String> ofString = routes.get("/string/{v}/", Param.STRING, this::see);
    private final Route1<String> ofSlug = routes.get("/slug/{v}/x/", Param.SLUG, this::see);
    private final Route1<UUID> ofUuid = routes.get("/uuid/{v}/", Param.UUID, this::see);
    private final Route1<String> ofPath = routes.get("/path/{v}", Param.PATH, this::see);
    private final Route1<String> ofSlashedPath = routes.get("/paths/{v}/", Param.PATH, this::see);
    private final Router router = Router.of(routes);

    @Test
    void numbers() throws Exception {
        for (long edge : List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            comesBack(ofLong.url(edge), edge);
            comesBack(ofInt.url((int) edge), (int) edge);
        }
        for (int i = 0; i < TRIES; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            comesBack(ofLong.url(value), value);
            comesBack(ofInt.url((int) value), (int) value);
        }
    }

    @Test
    void uuids() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            var value = new UUID(random.nextLong(), random.nextLong());
            comesBack(ofUuid.url(value), value);
        }
    }

    @Test
    void texts() throws Exception {
        int made = 0;
        for (int i = 0; i < TRIES; i++) {
            String value = text();
            made += comesBackIfMade(ofString, value) ? 1 : 0;
            made += comesBackIfMade(ofPath, value) ? 1 : 0;
            made += comesBackIfMade(ofSlashedPath, value) ? 1 : 0;
            comesBackIfMade(ofSlug, value);
        }
        assertThat(made).isGreaterThan(TRIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", ".", "..", "a\r\nb", "\u0000", "\uD800", "x\u0085"})
    void what_could_not_come_back_makes_no_url(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> ofString.url(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "a/../b", "./a", ".."})
    void no_url_is_made_of_a_path_that_climbs_or_has_empty_segments(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> ofPath.url(value));
    }

    @Test
    void a_url_is_plain_ascii() {
        assertThat(ofString.url("50 % für 日本?")).isEqualTo("/at/string/50%20%25%20f%C3%BCr%20%E6%97%A5%E6%9C%AC%3F/");
        assertThat(ofPath.url("a b/c#d")).isEqualTo("/at/path/a%20b/c%23d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofSlug.url("two words"))
                .withMessage("\"two words\" cannot stand in a URL as a slug: no such URL would lead back to the view");
    }

    private Response see(Request request, Object value) {
        seen.set(value);
        return Response.empty(Status.OK);
    }

    private void comesBack(String url, Object value) throws Exception {
        seen.set(null);
        Response response = router.handle(Request.to(Method.GET, url).build());
        assertThat(response.status()).as(url).isEqualTo(Status.OK);
        assertThat(seen.get()).as(url).isEqualTo(value);
    }

    private boolean comesBackIfMade(Route1<String> route, String value) throws Exception {
        String url;
        try {
            url = route.url(value);
        } catch (IllegalArgumentException refused) {
            return false;
        }
        comesBack(url, value);
        return true;
    }

    /** Short texts, of nasty characters as often as not. */
    private String text() {
        var text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append(
                    random.nextBoolean()
                            ? NASTY.charAt(random.nextInt(NASTY.length()))
                            : (char) random.nextInt(0x3000));
        }
        return text.toString();
    }
}
