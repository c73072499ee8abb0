package nuages.data.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompileErrorTests {
    static List<Golden> errors() {
        return Golden.all("errors");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_says_what_to_write_instead(Golden golden) {
        var found = new Compilation(golden.sources()).messages() + "\n";

        assertThat(found).isNotBlank().isEqualTo(golden.expected(found));
    }
}
