package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTests {
    private static final Instant MOMENT = Instant.parse("1994-11-06T08:49:37Z");

    @Test
    void a_moment_is_written_to_the_second() {
        assertThat(HttpDate.format(MOMENT.plusMillis(999))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void each_way_to_write_a_date_is_read(String sent) {
        assertThat(HttpDate.parse(sent)).contains(MOMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "Sun, 36 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT and more than a date has",
                "0"
            })
    void what_is_no_date_is_none(String sent) {
        assertThat(HttpDate.parse(sent)).isEmpty();
    }
}
