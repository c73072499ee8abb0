package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadersTests {
    @Test
    void what_an_answer_varies_by_is_named_once() {
        var headers = Headers.none().varying("Cookie").varying("cookie").varying("Accept");

        assertThat(headers.all("Vary")).containsExactly("Cookie, Accept");
        assertThat(Headers.of("Vary", "A", "vary", "B").varying("b").all("Vary"))
                .containsExactly("A", "B");
        assertThat(Headers.of("Vary", "A", "vary", "B").varying("C").all("Vary"))
                .containsExactly("A, B, C");
        assertThat(Headers.of("Vary", "*").varying("Cookie").all("Vary")).containsExactly("*");
    }

    @Test
    void a_name_is_taken_away_wherever_it_stands() {
        var headers = Headers.of("A", "1", "B", "2", "a", "3");

        assertThat(headers.without("A").toString()).isEqualTo("[B, 2]");
        assertThat(headers.without("C")).isSameAs(headers);
    }
}
