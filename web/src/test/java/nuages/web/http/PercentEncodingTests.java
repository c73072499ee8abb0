package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTests {
    @ParameterizedTest
    @CsvSource({"a,a", "caf%C3%A9,café", "%F0%9F%98%80,😀", "a+b,a+b", "%2525,%25", "%2f%2F,//", "%41%7a,Az", "'',''"})
    void escapes_are_decoded_once(String encoded, String decoded) {
        assertThat(PercentEncoding.decode(encoded)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "a%",
                "%zz",
                "%-1",
                "%+1",
                "% 1",
                "%%41",
                "%u0041",
                "%４１",
                "%00",
                "a%00b",
                "%C0%AF",
                "%C0%80",
                "%E0%80%AF",
                "%F0%80%80%AF",
                "%ED%A0%80",
                "%F4%90%80%80",
                "%F8%88%80%80%80",
                "%FF",
                "%80",
                "%C3",
                "%C3x",
                "é",
                "€",
                "\u0000"
            })
    void what_is_broken_overlong_or_nothing_is_refused(String encoded) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> PercentEncoding.decode(encoded));
    }

    @Test
    void random_escapes_are_what_a_strict_decoder_says() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            var bytes = new byte[random.nextInt(1, 5)];
            random.nextBytes(bytes);
            var escaped = new StringBuilder();
            for (byte each : bytes) {
                escaped.append("%%%02x".formatted(each));
            }
            assertThat(outcome(escaped.toString())).as(escaped.toString()).isEqualTo(expected(bytes));
        }
    }

    @Test
    void each_part_of_a_url_keeps_what_it_may() {
        assertThat(PercentEncoding.segment("a/b c&d=é")).isEqualTo("a%2Fb%20c&d=%C3%A9");
        assertThat(PercentEncoding.path("/a/b c?")).isEqualTo("/a/b%20c%3F");
        assertThat(PercentEncoding.query("a/b c&d=e+f")).isEqualTo("a%2Fb%20c%26d%3De%2Bf");
    }

    private static String outcome(String escaped) {
        try {
            return PercentEncoding.decode(escaped);
        } catch (BadRequest refused) {
            return "refused";
        }
    }

    private static String expected(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf(0) < 0 ? text : "refused";
        } catch (CharacterCodingException e) {
            return "refused";
        }
    }
}
