package polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunTests {
    @Test
    void an_example_that_is_none_lists_those_there_are() throws Exception {
        var process =
                new ProcessBuilder(script(), "nosuch").redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("There is no example \"nosuch\". There is: ")
                .contains("counter", "polls", "tfb");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void help_shows_how_to_start_the_showcase() throws Exception {
        var process = new ProcessBuilder(script(), "--help").start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("usage: ./run [example] [command] [options]\n")
                .contains("./run polls --port");
        assertThat(process.waitFor()).isZero();
    }

    private static String script() {
        return Path.of("../../run").toAbsolutePath().toString();
    }
}
