package nuages.data.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTests {
    @Test
    void sqlite_times_are_written_as_django_writes_them() {
        assertThat(SqliteTimes.text(Instant.parse("2026-11-21T16:09:53.000120999Z")))
                .isEqualTo("2026-11-21 16:09:53.000120");
        assertThat(SqliteTimes.text(Instant.parse("2026-11-21T16:09:00Z"))).isEqualTo("2026-11-21 16:09:00");
        assertThat(SqliteTimes.text(LocalTime.of(7, 5))).isEqualTo("07:05:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21 16:09:53.000120, 2026-11-21T16:09:53.000120Z",
        "2026-11-21 16:09:53,        2026-11-21T16:09:53Z",
        "2026-11-21T16:09:53.5,      2026-11-21T16:09:53.5Z",
        "2026-11-21 16:09:53+02:00,  2026-11-21T14:09:53Z",
        "2026-11-21T16:09:53-02:00,  2026-11-21T18:09:53Z",
        "2026-11-21T16:09:53Z,       2026-11-21T16:09:53Z",
        "2026-11-21 16:09,           2026-11-21T16:09:00Z",
        "2026-11-21,                 2026-11-21T00:00:00Z",
    })
    void sqlite_times_are_read_as_others_write_them_too(String text, Instant moment) {
        assertThat(SqliteTimes.instant(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "1 day 02:03:04.5,                 P1DT2H3M4.5S",
        "1 year 2 mons -3 days +04:05:06,  P422DT4H5M6S",
        "-00:00:00.000001,                 PT-0.000001S",
        "-1 days -02:00:00,                P-1DT-2H",
        "00:00:00,                         PT0S",
        "3 days,                           P3D",
        "100:00:00,                        PT100H",
        "PT1.5S,                           PT1.5S",
    })
    void postgres_intervals_are_durations(String text, Duration duration) {
        assertThat(IntervalText.duration(text)).isEqualTo(duration);
    }

    @Test
    void a_text_that_is_no_uuid_is_an_error_that_does_not_show_it() {
        assertThat(PlainValues.uuid("0F8FAD5BD9CB469FA16570867728950E"))
                .isEqualTo(PlainValues.uuid("0f8fad5b-d9cb-469f-a165-70867728950e"));
        assertThatThrownBy(() -> PlainValues.uuid("secret")).message().doesNotContain("secret");
    }
}
