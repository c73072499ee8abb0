package nuages.data.row;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.util.List;
import nuages.data.validation.Constraints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeOfConstantTests {
    enum Color {
        RED,
        GREEN
    }

    enum Currency implements Coded<String> {
        EURO("EUR"),
        BITCOIN("BITCOIN");

        private final String code;

        Currency(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    enum Grade implements Coded<Integer> {
        SATISFACTORY;

        @Override
        public Integer code() {
            return 3;
        }
    }

    record Kept(
            @Size(max = 3) @Nullable Color color,
            @Size(max = 3) Currency currency,
            @Size(max = 3) Grade grade,
            @Size(min = 1) String text) {}

    @Test
    void the_size_of_a_constant_is_that_of_the_text_that_is_kept() {
        assertThat(wrong(new Kept(Color.RED, Currency.EURO, Grade.SATISFACTORY, "x")))
                .isEmpty();
        assertThat(wrong(new Kept(null, Currency.EURO, Grade.SATISFACTORY, "x")))
                .isEmpty();
        assertThat(wrong(new Kept(Color.GREEN, Currency.BITCOIN, Grade.SATISFACTORY, "")))
                .containsExactlyInAnyOrder("color", "currency", "text");
    }

    private static List<String> wrong(Kept kept) {
        return Constraints.standard().validator().validate(kept).stream()
                .map(it -> it.getPropertyPath().toString())
                .toList();
    }
}
