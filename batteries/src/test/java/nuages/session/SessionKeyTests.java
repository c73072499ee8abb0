package nuages.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionKeyTests {
    private static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class);

    private final Browser browser = new Browser(it -> {});

    @Test
    void values_of_many_types_come_back_as_they_were() throws Exception {
        assertKept(SessionKey.of("text", String.class), "Grüße, \"Ada\" \uD83D\uDE00");
        assertKept(SessionKey.of("long", Long.class), Long.MAX_VALUE);
        assertKept(SessionKey.of("flag", Boolean.class), true);
        assertKept(SessionKey.of("decimal", BigDecimal.class), new BigDecimal("12.5"));
        assertKept(SessionKey.of("time", Instant.class), Instant.parse("2026-01-02T03:04:05.123456Z"));
        assertKept(SessionKey.of("date", LocalDate.class), LocalDate.of(2026, 1, 2));
        assertKept(SessionKey.of("duration", Duration.class), Duration.ofMinutes(90));
        assertKept(SessionKey.of("uuid", UUID.class), UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));
        assertKept(SessionKey.of("size", Size.class), Size.LARGE);
        assertKept(SessionKey.list("lines", Line.class), List.of(new Line("tea", 2), new Line("milk", 1)));
        assertKept(SessionKey.map("votes", Integer.class), Map.of("tea", 3, "coffee", 4));
        assertKept(CART, new Cart(List.of(new Line("tea", 2)), LocalDate.of(2026, 3, 4), null));
    }

    @Test
    void what_is_read_is_a_copy() throws Exception {
        var lines = new ArrayList<>(List.of(new Line("tea", 1)));
        browser.visit(session -> {
            session.set(CART, new Cart(lines, null, null));
            lines.add(new Line("milk", 1));
        });

        assertThat(browser.get(CART).orElseThrow().lines()).containsExactly(new Line("tea", 1));
        browser.visit(session -> session.get(CART).orElseThrow().lines().clear());
        assertThat(browser.get(CART).orElseThrow().lines()).hasSize(1);
    }

    @Test
    void what_is_removed_is_no_more() throws Exception {
        browser.visit(session -> session.set(CART, new Cart(List.of(), null, null)));

        browser.visit(session -> {
            assertThat(session.has(CART)).isTrue();
            session.remove(CART);
            assertThat(session.has(CART)).isFalse();
        });

        assertThat(browser.get(CART)).isEmpty();
    }

    @Test
    void a_value_of_another_shape_is_as_if_it_were_not_there() throws Exception {
        browser.visit(session -> session.set(SessionKey.of("cart", String.class), "a basket"));

        assertThat(browser.get(CART)).isEmpty();
        assertThat(browser.get(SessionKey.list("cart", String.class))).isEmpty();
        assertThat(browser.get(SessionKey.of("cart", Integer.class))).isEmpty();
    }

    @Test
    void a_cookie_that_was_changed_is_no_session() throws Exception {
        browser.visit(session -> session.set(SessionKey.of("name", String.class), "Ada"));
        browser.cookie = "x" + browser.cookie;

        assertThat(browser.get(SessionKey.of("name", String.class))).isEqualTo(Optional.empty());
        assertThat(browser.cookie).isNull();
    }

    @Test
    void a_cookie_that_was_planted_does_not_learn_of_a_login() throws Exception {
        var user = SessionKey.of("user", String.class);
        browser.visit(session -> session.set(CART, new Cart(List.of(), null, "tea")));
        var planted = browser.cookie;

        browser.visit(session -> {
            session.cycleKey();
            session.set(user, "Ada");
        });

        assertThat(browser.get(user)).contains("Ada");
        browser.cookie = planted;
        assertThat(browser.get(user)).isEmpty();
        assertThat(browser.get(CART)).isPresent();
    }

    @Test
    void a_session_too_long_for_a_cookie_says_so() {
        var random = new java.util.Random(7).ints(5000, 'a', 'z').mapToObj(Character::toString);
        String text = String.join("", random.toList());

        assertThatThrownBy(() -> browser.visit(session -> session.set(SessionKey.of("text", String.class), text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "the session takes \\d+ characters of a cookie, and browsers drop cookies of more than"
                                + " 3900: remember less, or keep sessions in the database with new Sessions\\(\\)");
    }

    private <T> void assertKept(SessionKey<T> key, T value) throws Exception {
        browser.visit(session -> {
            session.set(key, value);
            assertThat(session.get(key)).contains(value);
        });
        assertThat(browser.get(key)).contains(value);
    }

    private enum Size {
        SMALL,
        LARGE
    }

    private record Line(String what, int count) {}

    private record Cart(
            List<Line> lines,
            @Nullable LocalDate delivery,
            @Nullable String note) {}
}
