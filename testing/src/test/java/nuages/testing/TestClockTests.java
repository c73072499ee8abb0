package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nuages.data.model.Ref;
import nuages.testing.polls.Choice;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import nuages.web.signing.SignatureExpired;
import nuages.web.signing.Signing;
import nuages.web.template.Templates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@WebTest(Site.class)
class TestClockTests {
    private static final Duration HOUR = Duration.ofHours(1);

    @BeforeAll
    static void a_day_passes_for_all_tests(TestClock clock) {
        clock.forward(Duration.ofDays(1));
    }

    @BeforeEach
    void and_an_hour_for_each(TestClock clock) {
        clock.forward(HOUR);
    }

    @RepeatedTest(2)
    void each_test_begins_at_the_same_time(TestClock clock) {
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(25)), within(1, ChronoUnit.MINUTES));

        clock.stopAt(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.forward(HOUR);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plus(HOUR));
    }

    @Test
    void time_that_would_run_back_is_refused(TestClock clock) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.forward(Duration.ofSeconds(-1)))
                .withMessageContaining("use stopAt(Instant)");
    }

    @Test
    void what_is_signed_expires(Client client, TestClock clock) {
        String signed = client.look(request -> Signing.of(request).dumps("Ann", "visitor"));
        clock.forward(HOUR.minusMinutes(1));
        assertThat(opened(client, signed)).isEqualTo("Ann");

        clock.forward(HOUR);

        assertThatExceptionOfType(SignatureExpired.class).isThrownBy(() -> opened(client, signed));
    }

    private static String opened(Client client, String signed) {
        return client.look(request -> Signing.of(request).loads(signed, "visitor", String.class, HOUR));
    }

    @Test
    void saving_fills_in_the_time_that_it_is(TestClock clock) {
        clock.stopAt(Instant.parse("2030-05-06T07:08:09Z"));
        var question = Question.objects.create(it -> it.text = "Tea or coffee?");

        var tea = Choice.objects.create(it -> it.question = Ref.to(question));

        assertThat(Choice.objects.get(tea.id).added).isEqualTo("2030-05-06T07:08:09Z");
    }

    @Test
    void templates_tell_how_long_ago_something_was(Client client, TestClock clock) {
        var then = clock.instant();
        clock.forward(Duration.ofDays(3));

        String age = client.look(request ->
                request.attribute(Templates.KEY).orElseThrow().render("pages/age", Map.of("since", then), request));

        assertThat(age).isEqualTo("3\u00a0days\n");
    }

    @Test
    void a_client_forgets_cookies_as_browsers_do(Client client, TestClock clock) {
        client.get("/probes/cookies/");
        assertThat(client.cookie("brief")).contains("1");
        assertThat(client.cookie("dated")).contains("1");

        clock.forward(Duration.ofMinutes(2));

        assertThat(client.cookie("brief")).isEmpty();
        assertThat(client.cookie("dated")).contains("1");
        assertThat(client.cookie("lasting")).contains("1");
        clock.stopAt(Instant.parse("2101-01-01T00:00:00Z"));
        assertThat(client.cookie("dated")).isEmpty();
        assertThat(client.cookie("lasting")).contains("1");
    }
}
