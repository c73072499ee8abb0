package nuages.web.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokensTests {
    private static final String SECRET = "a".repeat(16) + "Z".repeat(8) + "9".repeat(8);
    private static final String TOKEN = "M".repeat(48) + "B".repeat(8) + "L".repeat(8);

    @Test
    void tokens_are_those_of_django() {
        assertThat(CsrfTokens.mask(SECRET, "M".repeat(32))).isEqualTo(TOKEN);
        assertThat(CsrfTokens.secret(TOKEN)).isEqualTo(SECRET);
        assertThat(CsrfTokens.match(TOKEN, SECRET)).isTrue();
        assertThat(CsrfTokens.match(SECRET, SECRET)).isTrue();
        assertThat(CsrfTokens.match("a" + TOKEN.substring(1), SECRET)).isFalse();
    }

    @Test
    void no_two_tokens_are_the_same_and_each_stands_for_the_secret() {
        String secret = CsrfTokens.newSecret();
        Set<String> tokens = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            String token = CsrfTokens.mask(secret);
            assertThat(CsrfTokens.wellFormed(token)).isTrue();
            assertThat(CsrfTokens.secret(token)).isEqualTo(secret);
            tokens.add(token);
        }

        assertThat(tokens).hasSize(1000);
    }

    @Test
    void secrets_use_every_letter_about_as_often_as_any_other() {
        int[] counts = new int[128];
        for (int i = 0; i < 2000; i++) {
            CsrfTokens.newSecret().chars().forEach(c -> counts[c]++);
        }

        for (char c = '0'; c <= 'z'; c++) {
            if (Character.isLetterOrDigit(c)) {
                assertThat(counts[c]).as("%s", c).isBetween(800, 1300); // 1032 is what may be expected
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaä"})
    void what_is_no_token_is_seen(String text) {
        assertThat(CsrfTokens.wellFormed(text)).isFalse();
    }
}
