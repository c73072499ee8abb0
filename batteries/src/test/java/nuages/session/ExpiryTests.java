package nuages.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nuages.data.error.SettingsException;
import org.junit.jupiter.api.Test;

class ExpiryTests {
    private static final SessionKey<String> NAME = SessionKey.of("name", String.class);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_session_lives_for_its_age_after_it_was_saved() throws Exception {
        var browser = new Browser(it -> it.maxAge = HOUR);
        browser.visit(session -> session.set(NAME, "Ada"));
        assertThat(browser.set).singleElement().asString().endsWith("; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax");

        browser.pass(HOUR.minusSeconds(1));
        assertThat(browser.get(NAME)).contains("Ada");
        browser.visit(session -> session.set(NAME, "Ada L."));
        browser.pass(HOUR.minusSeconds(1));
        assertThat(browser.get(NAME)).contains("Ada L.");
        browser.pass(Duration.ofSeconds(1));

        assertThat(browser.get(NAME)).isEmpty();
        assertThat(browser.cookie).isNull();
    }

    @Test
    void a_session_that_is_renewed_lives_for_its_age_after_the_last_visit() throws Exception {
        var browser = new Browser(it -> {
            it.maxAge = HOUR;
            it.renewAfter = Optional.of(Duration.ofMinutes(10));
        });
        browser.visit(session -> session.set(NAME, "Ada"));

        browser.pass(Duration.ofMinutes(9));
        browser.get(NAME);
        assertThat(browser.set).isEmpty();
        for (int i = 0; i < 10; i++) {
            browser.pass(Duration.ofMinutes(50));
            assertThat(browser.get(NAME)).contains("Ada");
            assertThat(browser.set).hasSize(1);
        }
    }

    @Test
    void a_session_ends_at_its_absolute_age_however_often_it_is_saved() throws Exception {
        var browser = new Browser(it -> {
            it.maxAge = HOUR;
            it.absoluteAge = Optional.of(HOUR.multipliedBy(2));
        });
        browser.visit(session -> session.set(NAME, "0"));
        for (int i = 1; i < 12; i++) {
            browser.pass(Duration.ofMinutes(10));
            String name = String.valueOf(i);
            browser.visit(session -> session.set(NAME, name));
        }
        assertThat(browser.set).singleElement().asString().contains("; Max-Age=600;");

        browser.pass(Duration.ofMinutes(10));

        assertThat(browser.get(NAME)).isEmpty();
    }

    @Test
    void another_key_begins_the_absolute_age_anew() throws Exception {
        var browser = new Browser(it -> it.absoluteAge = Optional.of(HOUR));
        browser.visit(session -> session.set(NAME, "Ada"));
        browser.pass(Duration.ofMinutes(50));

        browser.visit(Session::cycleKey);
        browser.pass(Duration.ofMinutes(50));

        assertThat(browser.get(NAME)).contains("Ada");
    }

    @Test
    void a_view_can_say_when_a_session_ends() throws Exception {
        var browser = new Browser(it -> it.maxAge = HOUR);
        browser.visit(session -> {
            session.set(NAME, "Ada");
            session.expireAfter(Duration.ofDays(30));
            assertThat(session.expires()).isEqualTo(Site.NOW.plus(Duration.ofDays(30)));
        });
        assertThat(browser.set).singleElement().asString().contains("; Max-Age=2592000;");
        browser.pass(Duration.ofDays(29));
        assertThat(browser.get(NAME)).contains("Ada");

        Instant end = Site.NOW.plus(Duration.ofDays(40));
        browser.visit(session -> session.expireAt(end));
        browser.pass(Duration.ofDays(10));
        browser.visit(session -> {
            session.set(NAME, "still");
            assertThat(session.expires()).isEqualTo(end);
        });
        browser.pass(Duration.ofDays(1));
        assertThat(browser.get(NAME)).isEmpty();
    }

    @Test
    void a_session_can_end_with_the_browser_and_no_later_than_usual() throws Exception {
        var browser = new Browser(it -> it.maxAge = HOUR);
        browser.visit(session -> {
            session.set(NAME, "Ada");
            session.expireWhenClosed();
        });
        assertThat(browser.set).singleElement().asString().endsWith("; Path=/; HttpOnly; SameSite=Lax");
        browser.visit(Session::expireAsUsual);
        assertThat(browser.set).singleElement().asString().contains("; Max-Age=3600;");
        browser.visit(Session::expireWhenClosed);

        browser.pass(HOUR);

        assertThat(browser.get(NAME)).isEmpty();
    }

    @Test
    void all_sessions_can_end_with_the_browser() throws Exception {
        var browser = new Browser(it -> it.untilClosed = true);

        browser.visit(session -> session.set(NAME, "Ada"));

        assertThat(browser.set).singleElement().asString().doesNotContain("Max-Age");
    }

    @Test
    void over_tls_the_cookie_is_for_tls_only() throws Exception {
        var browser = new Browser(it -> {
            it.cookiePath = "/shop/";
            it.cookieDomain = Optional.of("example.org");
        });
        browser.secure = true;

        browser.visit(session -> session.set(NAME, "Ada"));

        assertThat(browser.set)
                .singleElement()
                .asString()
                .endsWith("; Path=/shop/; Domain=example.org; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void djangos_ways_to_say_when_a_session_ends_are_read() {
        var expiry = new Expiry(SessionSettings.standard().with(it -> it.maxAge = HOUR));
        Instant usual = Site.NOW.plus(HOUR);

        assertThat(expiry.end(Map.of(), Site.NOW)).isEqualTo(usual);
        assertThat(expiry.end(Map.of(Expiry.CUSTOM, 5), Site.NOW)).isEqualTo(Site.NOW.plusSeconds(5));
        assertThat(expiry.end(Map.of(Expiry.CUSTOM, 0), Site.NOW)).isEqualTo(usual);
        assertThat(expiry.end(Map.of(Expiry.CUSTOM, "2023-11-20T10:00:00.000001+02:00"), Site.NOW))
                .isEqualTo("2023-11-20T08:00:00.000001Z");
        assertThat(expiry.end(Map.of(Expiry.CUSTOM, "2023-11-20T10:00:00"), Site.NOW))
                .isEqualTo("2023-11-20T10:00:00Z");
        assertThat(expiry.end(Map.of(Expiry.CUSTOM, "soon"), Site.NOW)).isEqualTo(usual);
        assertThat(Expiry.format(Instant.parse("2023-11-20T08:00:00.000001Z")))
                .isEqualTo("2023-11-20T08:00:00.000001+00:00");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Sessions().with(it -> it.maxAge = Duration.ZERO))
                .isInstanceOf(SettingsException.class)
                .hasMessage("sessions.maxAge is PT0S: sessions live a second or longer, for example"
                        + " sessions.maxAge=Duration.ofDays(14)");
        assertThatThrownBy(() -> new Sessions().with(it -> it.renewAfter = Optional.of(Duration.ofDays(-1))))
                .isInstanceOf(SettingsException.class);
    }
}
