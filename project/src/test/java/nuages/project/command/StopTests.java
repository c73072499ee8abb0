package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopTests {
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void a_signal_ends_the_command_and_the_process_with_status_0(String signal) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        // a build that runs in the background of a shell ignores CONTROL-C, and would hand that down
        var process = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        java,
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("waits");

            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();

            assertThat(output.readLine()).isEqualTo("stops");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that waits for a signal. */
    static final class Waiting {
        static void main(String[] args) throws Exception {
            var console = Console.system();
            var stop = Stop.bySignals();
            stop.arm();
            console.say("waits");
            stop.await();
            console.say("stops");
        }
    }
}
