package nuages.data.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedCodeTests {
    static List<Golden> models() {
        return Golden.all("models");
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_generated_compiles_without_a_warning(Golden golden) {
        var compilation = new Compilation(golden.sources());
        var found = compilation.generated().entrySet().stream()
                .map(it -> "=== " + it.getKey() + "\n" + it.getValue())
                .collect(Collectors.joining());

        assertThat(compilation.messages()).isEmpty();
        assertThat(found).isEqualTo(golden.expected(found));
    }
}
